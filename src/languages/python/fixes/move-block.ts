import { isFunctionNode, type Node, part, unwrap } from '../tree.ts';
import { canAwait, waitsIn } from './await-call.ts';
import { type FlowOfNames, flowOfNames } from './block-names.ts';
import { type Editor, refuse, replace } from './editor.ts';
import { indented } from './layout.ts';
import { threadCall } from './loops.ts';
import { freeName } from './names.ts';
import { type FixSource, indentAt, indentUnit, ownNodes, parentOf, sliceOf } from './source.ts';

/** Moves a statement into a function of its own that a thread runs: a whole `with open(…) as file:` block. */
export function moveToThread(editor: Editor, statement: Node, preferred: string): boolean {
  const { source } = editor;
  if (!canAwait(editor, statement) || !mayMove(editor, statement)) return false;
  const returns = returnsOf(statement);
  if (returns.length > 0 && !alwaysReturns(statement)) {
    refuse(
      editor,
      'return in the block',
      'the block returns from the function in some cases only',
      returns[0] ?? statement,
    );
    return false;
  }
  const flow = flowOfNames(editor, statement);
  if (!flow) return false;
  const name = freeName(editor, preferred);
  const margin = indentAt(source, statement.start);
  const { newline } = source;
  const body = bodyOf(source, statement, margin + indentUnit(source), flow);
  const { open } = threadCall(editor, statement, false);
  const call = `await ${open}${[name, ...flow.inputs].join(', ')})`;
  const result =
    returns.length > 0 ? `return ${call}` : flow.outputs.length > 0 ? `${flow.outputs.join(', ')} = ${call}` : call;
  const head = `def ${name}(${flow.inputs.join(', ')}):`;
  const gap = needsGap(source, statement) ? newline + margin : '';
  const start = gap === '' ? statement.start : statement.start - margin.length;
  replace(editor, start, statement.end, [gap + head, body, '', margin + result].join(newline));
  editor.helpers.set(name, '');
  return true;
}

/** A definition keeps its distance from the code above it. */
function needsGap(source: FixSource, statement: Node): boolean {
  const siblings = parentOf(source, statement)?.children ?? [];
  const before = siblings[siblings.indexOf(statement) - 1];
  return before !== undefined && /^[ \t]*\r?\n[ \t]*$/.test(source.text.slice(before.end, statement.start));
}

/** The statement one level deeper, and what the function gives back. */
function bodyOf(source: FixSource, statement: Node, margin: string, { outputs }: FlowOfNames): string {
  const step = indentUnit(source);
  const returns = returnsOf(statement).length > 0;
  const text = margin + indented(source, statement, step);
  if (returns || outputs.length === 0) return text;
  // The value of the last statement need not have a name of its own.
  const last = part(statement, 'body')?.children.at(-1);
  const assignment = last?.type === 'expression_statement' ? last.children[0] : undefined;
  const [left, right] = assignment?.type === 'assignment' ? [part(assignment, 'left'), part(assignment, 'right')] : [];
  const isOnly =
    outputs.length === 1 && left && right && right.type !== 'assignment' && sliceOf(source, left) === outputs[0];
  const isUsed =
    left &&
    [...ownNodes(statement)].some(
      (node) => node !== left && node.type === 'identifier' && sliceOf(source, node) === outputs[0],
    );
  if (
    isOnly &&
    last &&
    !isUsed &&
    statement.type === 'with_statement' &&
    last.end === statement.end &&
    unwrap(right).type !== 'yield'
  ) {
    const head = margin + indented(source, { ...statement, end: last.start }, step);
    const tail = indented(source, { ...right, start: right.start }, step);
    return `${head}return ${tail}`;
  }
  return `${text}${source.newline}${margin}return ${outputs.join(', ')}`;
}

/** Only what neither waits nor leaves for somewhere else can move. */
function mayMove(editor: Editor, statement: Node): boolean {
  const { source } = editor;
  if (waitsIn(source, statement)) {
    refuse(editor, 'waits inside', 'the block waits itself, which a thread cannot', statement);
    return false;
  }
  for (const node of ownNodes(statement)) {
    if ((node.type === 'break_statement' || node.type === 'continue_statement') && !hasLoop(source, node, statement)) {
      refuse(editor, 'leaves the block', 'the block leaves a loop that is around it', node);
      return false;
    }
    const isSuper = node.type === 'call' && /^super\(\s*\)$/.test(sliceOf(source, node));
    if (isSuper || node.type === 'global_statement' || node.type === 'nonlocal_statement') {
      refuse(
        editor,
        'names of the function',
        `${sliceOf(source, node)} means something else in another function`,
        node,
      );
      return false;
    }
  }
  return true;
}

function hasLoop(source: FixSource, node: Node, within: Node): boolean {
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, outer)) {
    if (outer.type === 'for_statement' || outer.type === 'while_statement') return true;
    if (outer === within) return false;
  }
  return false;
}

function returnsOf(statement: Node): Node[] {
  return [...ownNodes(statement)].filter(({ type }) => type === 'return_statement');
}

/** Whether no way leads out of a statement but a `return` or an error. */
function alwaysReturns(statement: Node): boolean {
  switch (statement.type) {
    case 'return_statement':
    case 'raise_statement':
      return true;
    case 'block': {
      const last = statement.children.at(-1);
      return last !== undefined && alwaysReturns(last);
    }
    case 'with_statement':
      return alwaysReturns(part(statement, 'body') ?? statement.children[0] ?? statement);
    case 'if_statement': {
      const branches = statement.children.flatMap((child) =>
        child.type === 'block' ? child : child.children.filter(({ type }) => type === 'block'),
      );
      return statement.children.some(({ type }) => type === 'else_clause') && branches.every(alwaysReturns);
    }
    default:
      return false;
  }
}

/** The statement that owns what is opened: `with open(path) as file:`, `for line in open(path):`. */
export function ownerOf(source: FixSource, call: Node): Node | undefined {
  for (
    let inner = call, outer = parentOf(source, call);
    outer && !isFunctionNode(outer);
    inner = outer, outer = parentOf(source, outer)
  ) {
    if (outer.type === 'with_statement' && inner.type === 'with_clause') return outer;
    if (outer.type === 'for_statement' && inner.field === 'right') return outer;
    if (outer.type === 'block' || outer.type === 'module') return undefined;
  }
  return undefined;
}
