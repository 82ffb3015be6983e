import type { TSESTree } from '@typescript-eslint/types';
import type { PlannedOperation } from '../../../model/fix.ts';
import { endOffset, type Node, sliceOf, startOffset, unwrap } from '../ast.ts';
import { type Editor, refuse, replace } from './editor.ts';
import { pauseText } from './pause.ts';
import { callAt, childrenOf, type FixSource, loopAt, parentOf, variableAt } from './source.ts';
import { styleOf } from './style.ts';

type Loop = TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement;

/** Replaces a loop that watches the clock, or a wait on memory that nobody shares, by a timer; returns the new wait's place. */
export function replaceSleep(editor: Editor, { at, shape }: PlannedOperation): Node | undefined {
  if (shape === 'spin') return replaceSpin(editor, loopAt(editor.source, at));
  const call = callAt(editor.source, at);
  return call?.type === 'CallExpression' ? replaceMemoryWait(editor, call) : undefined;
}

function replaceSpin(editor: Editor, found: Node | undefined): Node | undefined {
  const { source } = editor;
  const loop = found as Loop | undefined;
  const pause = loop && isEmpty(loop.body) ? pauseOf(source, loop) : undefined;
  if (!loop || !pause) {
    refuse(editor, 'another shape', 'how long the loop waits is not written in its condition', loop ?? source.program);
    return undefined;
  }
  const sleep = pauseText(editor, loop, pause.text);
  const start = startOffset(pause.declaration ?? loop);
  replace(editor, start, endOffset(loop), `await ${sleep}${styleOf(source).semicolon}`);
  return loop;
}

function isEmpty(body: Node): boolean {
  if (body.type === 'BlockStatement') return body.body.every(isEmpty);
  return body.type === 'EmptyStatement' || body.type === 'ContinueStatement';
}

interface Pause {
  /** Milliseconds, as an expression. */
  readonly text: string;
  /** A statement before the loop that is part of it: `const end = Date.now() + ms;`. */
  readonly declaration?: Node;
}

/** `Date.now() < end`, `Date.now() - start < ms`, and the same turned round. */
function pauseOf(source: FixSource, loop: Loop): Pause | undefined {
  const test = loop.test && unwrap(loop.test);
  if (test?.type !== 'BinaryExpression' || (loop.type === 'ForStatement' && loop.update)) return undefined;
  const [early, late] = /^<=?$/.test(test.operator) ? [test.left, test.right] : [test.right, test.left];
  if (!/^[<>]=?$/.test(test.operator)) return undefined;
  const limit = sliceOf(source.text, late);
  if (isClock(source, early))
    return untilPause(source, loop, late) ?? plain(loop, `${limit} - ${sliceOf(source.text, early)}`);
  const passed = unwrap(early);
  if (passed.type !== 'BinaryExpression' || passed.operator !== '-' || !isClock(source, passed.left)) return undefined;
  const declaration = declarationBefore(source, loop, passed.right);
  if (declaration && isClock(source, declaration.init)) return { text: limit, declaration: declaration.statement };
  return plain(loop, `${limit} - (${sliceOf(source.text, early)})`);
}

/** What a loop declares itself is gone with it. */
function plain(loop: Loop, text: string): Pause | undefined {
  return loop.type === 'ForStatement' && loop.init ? undefined : { text };
}

/** `const end = Date.now() + ms; while (Date.now() < end);` */
function untilPause(source: FixSource, loop: Loop, end: Node): Pause | undefined {
  const declaration = declarationBefore(source, loop, end);
  const sum = declaration && unwrap(declaration.init);
  if (sum?.type !== 'BinaryExpression' || sum.operator !== '+') return undefined;
  const [part] = [sum.left, sum.right].filter((side) => !isClock(source, side));
  const isSum = isClock(source, sum.left) !== isClock(source, sum.right);
  return part && isSum ? { text: sliceOf(source.text, part), declaration: declaration?.statement ?? loop } : undefined;
}

interface Declaration {
  readonly init: Node;
  readonly statement: Node;
}

/** The declaration of a name that stands right before the loop, or in its head, and serves the loop only. */
function declarationBefore(source: FixSource, loop: Loop, name: Node): Declaration | undefined {
  if (name.type !== 'Identifier') return undefined;
  const variable = variableAt(source, loop.body, name.name);
  const declarator = variable?.defs[0]?.node;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return undefined;
  if (variable?.references.filter(({ init }) => init !== true).length !== 1) return undefined;
  const statement = parentOf(source, declarator);
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  if (loop.type === 'ForStatement' && loop.init === statement) return { init: declarator.init, statement: loop };
  const list = parentOf(source, loop);
  const siblings = list ? childrenOf(list) : [];
  const before = siblings[siblings.indexOf(loop) - 1];
  return before === statement ? { init: declarator.init, statement } : undefined;
}

/** An expression that is the present time in milliseconds. */
function isClock(source: FixSource, node: Node): boolean {
  const text = sliceOf(source.text, unwrap(node)).replace(/\s+/g, '');
  return /^(?:Date\.now\(\)|performance\.now\(\)|newDate\(\)\.(?:getTime|valueOf)\(\)|\+newDate\(?\)?)$/.test(text);
}

/** `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)` */
function replaceMemoryWait(editor: Editor, call: TSESTree.CallExpression): Node | undefined {
  const { source } = editor;
  const [memory, , , timeout] = call.arguments;
  const isAlone = parentOf(source, call)?.type === 'ExpressionStatement';
  if (!memory || !timeout || !isAlone || !isPrivate(source, memory)) {
    refuse(editor, 'shared memory', 'other threads may wake it: only a pause can become a timer', call);
    return undefined;
  }
  const sleep = pauseText(editor, call, sliceOf(source.text, timeout));
  replace(editor, startOffset(call), endOffset(call), `await ${sleep}`);
  return call;
}

/** Memory that is made here and used for nothing but waiting. */
function isPrivate(source: FixSource, memory: Node): boolean {
  const fresh = /^new Int32Array\(\s*new SharedArrayBuffer\([^()]*\)\s*\)$/;
  if (fresh.test(sliceOf(source.text, memory))) return true;
  if (memory.type !== 'Identifier') return false;
  const variable = variableAt(source, memory, memory.name);
  const declarator = variable?.defs[0]?.node;
  if (
    declarator?.type !== 'VariableDeclarator' ||
    !declarator.init ||
    !fresh.test(sliceOf(source.text, declarator.init))
  )
    return false;
  return variable!.references.every(({ identifier, init }) => {
    const parent = parentOf(source, identifier);
    return (
      init === true ||
      (parent?.type === 'CallExpression' && sliceOf(source.text, parent.callee).endsWith('Atomics.wait'))
    );
  });
}
