// SYNTAX TEST "source.ts" "directives and annotations in TypeScript"

// loopwise-ignore-next-line blocking-io, heavy-call -- once a day
// ^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
//                           ^^^^^^^^^^^ variable.parameter.rule.loopwise
//                                                   ^^ punctuation.separator.reason.loopwise
read(); // loopwise-ignore-line blocking-io
//         ^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
/* loopwise-ignore-file blocking-sleep -- a demonstration */
// ^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
/** @nonblocking: it is cached */
//  ^^^^^^^^^^^^ storage.type.annotation.loopwise
const text: string = 'loopwise-ignore-line blocking-io';
//                    ^^^^^^^^^^^^^^^^^^^^ - keyword.control.directive.loopwise
