// SYNTAX TEST "source.js.jsx" "directives between elements"

const page = (
  <p>
    {/* loopwise-ignore-next-line blocking-io -- a demonstration */}
//      ^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.directive.loopwise
    {read()}
  </p>
);
