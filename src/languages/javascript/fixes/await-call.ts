import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, isFunctionNode, type Node, startOffset } from '../ast.ts';
import { canMove } from './default-values.ts';
import { type Editor, insertAfter, insertBefore, refuse } from './editor.ts';
import { type FixSource, functionAround, parentOf } from './source.ts';
import { styleOf } from './style.ts';

/** Puts `await` before an expression, with parentheses where its place asks for them. */
export function awaitExpression(editor: Editor, node: Node, suffix = ''): void {
  const { source } = editor;
  if (!canAwait(editor, node)) return;
  const needsParens = suffix !== '' || (bindsTighter(source, node) && !isParenthesised(source, node));
  const guard = needsParens && startsStatement(source, node) ? statementGuard(source, node) : '';
  insertBefore(editor, node, needsParens ? `${guard}(await ` : 'await ');
  if (needsParens) insertAfter(editor, node, `)${suffix}`);
}

/** The same with the type of what it resolves to, which its declaration leaves open. */
export function awaitAs(editor: Editor, node: Node, type: string): void {
  const { source } = editor;
  if (!canAwait(editor, node)) return;
  const needsParens = bindsTighter(source, node) && !isParenthesised(source, node);
  insertBefore(editor, node, needsParens ? '((await ' : '(await ');
  insertAfter(editor, node, `) as ${type}${needsParens ? ')' : ''}`);
}

/** Whether the promise is awaited already, or handed on to `Promise.all` and the like. */
export function isAwaited(source: FixSource, node: Node): boolean {
  return parentOf(source, node)?.type === 'AwaitExpression' || isInPromiseAll(source, node);
}

/** `Promise.all(node)`. */
export function isInPromiseAll(source: FixSource, node: Node): boolean {
  const parent = parentOf(source, node);
  return (
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    /^Promise\.(?:all|allSettled|any|race)$/.test(source.text.slice(...parent.callee.range))
  );
}

/** Refuses where no `await` may stand. */
function canAwait(editor: Editor, node: Node): boolean {
  const { source } = editor;
  const around = functionAround(source, node);
  for (let inner = node, outer = parentOf(source, node); outer && inner !== around; outer = parentOf(source, outer)) {
    if (outer === around && isFunctionNode(outer) && outer.params.includes(inner as TSESTree.Parameter)) {
      if (canMove(source, outer, inner)) {
        editor.defaults.push(inner);
        return true;
      }
      refuse(editor, 'default parameter', 'await cannot stand in the default value of a parameter', node);
      return false;
    }
    if (outer.type === 'PropertyDefinition' && outer.value === inner) {
      refuse(editor, 'class field', 'await cannot stand in the initial value of a class field', node);
      return false;
    }
    if (outer.type === 'StaticBlock') {
      refuse(editor, 'static block', 'await cannot stand in a static block of a class', node);
      return false;
    }
    inner = outer;
  }
  return true;
}

/** Whether what is around the expression would take only a part of `await expression`, or seem to. */
function bindsTighter(source: FixSource, node: Node): boolean {
  const parent = parentOf(source, node);
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node;
    case 'TaggedTemplateExpression':
      return parent.tag === node;
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.superClass === node;
    case 'ConditionalExpression':
      return parent.test === node;
    // Hardly ever needed, but easier to read, and how formatters write it.
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
    case 'SpreadElement':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'Decorator':
      return true;
    case 'ChainExpression':
      return bindsTighter(source, parent);
    default:
      return false;
  }
}

export function isParenthesised({ text }: FixSource, node: Node): boolean {
  return /\(\s*$/.test(text.slice(0, startOffset(node))) && /^\s*\)/.test(text.slice(endOffset(node)));
}

/** Whether the expression is where its statement starts. */
function startsStatement(source: FixSource, node: Node): boolean {
  let outer: Node | undefined = node;
  while (outer && outer.type !== 'ExpressionStatement') outer = parentOf(source, outer);
  return outer !== undefined && startOffset(outer) === startOffset(node);
}

/** Takes the parentheses off an awaited expression whose place no longer asks for them. */
export function bareAwait(editor: Editor, node: Node): void {
  const { changes } = editor;
  const [start, end] = node.range;
  const at = (offset: number, text: string): number =>
    changes.findIndex((change) => change.start === offset && change.end === offset && change.text === text);
  const open = at(start, '(await ');
  const close = at(end, ')');
  if (open < 0 || close < 0) return;
  changes[open] = { ...changes[open]!, text: 'await ' };
  changes.splice(close, 1);
}

/** In files without semicolons, a parenthesis at the start of a line would call what is before it. */
export function statementGuard(source: FixSource, node: Node): string {
  if (styleOf(source).semicolon === ';') return '';
  const before = source.text.slice(0, startOffset(node)).trimEnd();
  return before === '' || /[;{}]$/.test(before) ? '' : ';';
}
