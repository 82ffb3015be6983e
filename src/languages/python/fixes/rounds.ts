import { type Node, part } from '../tree.ts';
import { isComprehension } from './await-call.ts';
import { isTarget } from './block-names.ts';
import { type Editor, refuse } from './editor.ts';
import { descendants, type FixSource, functionAround, isLabel, ownNodes, parentOf, sliceOf } from './source.ts';

/** What a round leaves behind. */
export type Gives =
  | { readonly kind: 'nothing' }
  /** It appends to a list, which is made just before, or puts a value under a key: the statement that does. */
  | {
      readonly kind: 'items' | 'pairs';
      readonly to: string;
      readonly values: readonly Node[];
      readonly statement: Node;
      readonly declared: Node | undefined;
    };

/** One round of a loop, as a function. */
export interface Round {
  readonly items: Node;
  /** `for url in urls if url`. */
  readonly clauses: string;
  /** Names that change from round to round. */
  readonly params: readonly string[];
  /** Statements, or the expression of a comprehension. */
  readonly body: Node;
  /** The one coroutine that a round is. */
  readonly only: Node | undefined;
  /** What is awaited, by its last name. */
  readonly callee: string;
  readonly gives: Gives;
}

/** The loop whose rounds an await belongs to. */
export function loopAround(source: FixSource, node: Node): Node | undefined {
  const around = functionAround(source, node);
  for (let outer = parentOf(source, node); outer && outer !== around; outer = parentOf(source, outer)) {
    if (outer.type === 'for_statement' || isComprehension(outer)) return outer;
    if (outer.type === 'while_statement') return undefined;
  }
  return undefined;
}

/** `[await f(x) for x in xs]` */
export function roundOfComprehension(editor: Editor, loop: Node): Round | undefined {
  const { source } = editor;
  const body = part(loop, 'body');
  const clauses = loop.children.filter((child) => child !== body);
  const [clause] = clauses;
  const [left, items] = clause ? [part(clause, 'left'), part(clause, 'right')] : [];
  const waitsElsewhere = clauses.some((one) => [...ownNodes(one)].some(({ type }) => type === 'await'));
  if (
    loop.type !== 'list_comprehension' ||
    !body ||
    !clause ||
    !left ||
    !items ||
    waitsElsewhere ||
    sliceOf(source, clause).startsWith('async')
  ) {
    refuse(editor, 'another shape', 'only a list can be made of what is awaited together', loop);
    return undefined;
  }
  const fors = clauses.filter(({ type }) => type === 'for_in_clause');
  const params = fors.flatMap((one) => namesIn(source, part(one, 'left') ?? one));
  return {
    items,
    clauses: source.text.slice(clause.start, clauses.at(-1)?.end ?? clause.end),
    params,
    body,
    only: onlyCall(body),
    callee: nameOfAwaited(source, body),
    gives: { kind: 'nothing' },
  };
}

/** `for x in xs: results.append(await f(x))` */
export function roundOfLoop(editor: Editor, loop: Node): Round | undefined {
  const { source } = editor;
  const [left, items, body] = ['left', 'right', 'body'].map((field) => part(loop, field));
  if (!left || !items || !body || part(loop, 'alternative') || sliceOf(source, loop).startsWith('async')) {
    refuse(editor, 'another shape', 'it is no plain loop over a list', loop);
    return undefined;
  }
  const gives = givesOf(editor, loop, body);
  if (!gives || !staysInside(editor, loop, body, gives)) return undefined;
  const [statement] = body.children;
  const expression = statement?.type === 'expression_statement' ? statement.children[0] : undefined;
  const single = body.children.length === 1 ? (gives.kind === 'items' ? gives.values[0] : expression) : undefined;
  return {
    items,
    clauses: `for ${sliceOf(source, left)} in ${sliceOf(source, items)}`,
    params: namesIn(source, left),
    body,
    only: single && onlyCall(single),
    callee: nameOfAwaited(source, body),
    gives,
  };
}

function namesIn(source: FixSource, target: Node): string[] {
  return [...descendants(target)].filter(({ type }) => type === 'identifier').map((node) => sliceOf(source, node));
}

/** What an await waits for, if the expression is nothing else. */
function onlyCall(expression: Node): Node | undefined {
  return expression.type === 'await' && expression.children[0]?.type === 'call' ? expression.children[0] : undefined;
}

function nameOfAwaited(source: FixSource, body: Node): string {
  const awaited = [...ownNodes(body)].find(({ type }) => type === 'await' || type === 'with_statement');
  const call = awaited && [...descendants(awaited)].find(({ type }) => type === 'call');
  const callee = call && part(call, 'function');
  const name = callee ? sliceOf(source, part(callee, 'attribute') ?? callee) : 'round';
  return /^[a-z]\w*$/i.test(name) ? name.toLowerCase() : 'round';
}

/** The last statement of a round, also inside of `with`: what it does to a list or a dict around the loop. */
function givesOf(editor: Editor, loop: Node, body: Node): Gives | undefined {
  const { source } = editor;
  let last = body.children.at(-1);
  while (last?.type === 'with_statement') last = part(last, 'body')?.children.at(-1);
  const expression = last?.type === 'expression_statement' ? last.children[0] : undefined;
  const found =
    last && expression ? (appended(source, last, expression) ?? stored(source, last, expression)) : undefined;
  if (!found) return { kind: 'nothing' };
  const declared = found.kind === 'items' ? declaredBefore(source, loop, found.to) : undefined;
  const isDict =
    found.kind === 'pairs' && /^\w+\s*(?::[^=]*)?=\s*(?:\{|dict\()/.test(textOfDeclaration(source, loop, found.to));
  if (found.kind === 'pairs' && !isDict) {
    refuse(editor, 'another shape', `${found.to} is not known to be a dict`, found.statement);
    return undefined;
  }
  return { ...found, declared };
}

type Given = Exclude<Gives, { readonly kind: 'nothing' }>;

function appended(source: FixSource, statement: Node, call: Node): Given | undefined {
  const callee = call.type === 'call' ? part(call, 'function') : undefined;
  const [object, method] = callee?.type === 'attribute' ? [part(callee, 'object'), part(callee, 'attribute')] : [];
  const values = part(call, 'arguments')?.children ?? [];
  if (object?.type !== 'identifier' || !method || sliceOf(source, method) !== 'append' || values.length !== 1)
    return undefined;
  return { kind: 'items', to: sliceOf(source, object), values, statement, declared: undefined };
}

function stored(source: FixSource, statement: Node, assignment: Node): Given | undefined {
  const [left, right] = assignment.type === 'assignment' ? [part(assignment, 'left'), part(assignment, 'right')] : [];
  const [object, key] = left?.type === 'subscript' ? [part(left, 'value'), part(left, 'subscript')] : [];
  if (object?.type !== 'identifier' || !key || !right || right.type === 'assignment') return undefined;
  return { kind: 'pairs', to: sliceOf(source, object), values: [key, right], statement, declared: undefined };
}

/** `results = []` right before the loop. */
function declaredBefore(source: FixSource, loop: Node, name: string): Node | undefined {
  const siblings = parentOf(source, loop)?.children ?? [];
  const before = siblings[siblings.indexOf(loop) - 1];
  const isIt = before && new RegExp(`^${name}\\s*=\\s*(?:\\[\\s*\\]|list\\(\\))$`).test(sliceOf(source, before));
  return isIt && /^\s*$/.test(source.text.slice(before.end, loop.start)) ? before : undefined;
}

function textOfDeclaration(source: FixSource, loop: Node, name: string): string {
  for (const node of ownNodes(functionAround(source, loop))) {
    const left = node.type === 'assignment' ? part(node, 'left') : undefined;
    if (left && node.start < loop.start && sliceOf(source, left) === name) return sliceOf(source, node);
  }
  return '';
}

/** Whether a round can be a function: it leaves nothing behind but what it gives. */
function staysInside(editor: Editor, loop: Node, body: Node, gives: Gives): boolean {
  const { source } = editor;
  const around = functionAround(source, loop);
  const outside = new Set<string>();
  for (const node of descendants(around)) {
    const isInside = node.start >= loop.start && node.end <= loop.end;
    if (node.type === 'identifier' && !isInside && !isLabel(source, node)) outside.add(sliceOf(source, node));
  }
  for (const node of ownNodes(body)) {
    if (/^(?:return|break|continue)_statement$/.test(node.type) || node.type === 'yield') {
      refuse(editor, 'leaves the round', 'a round ends early, or ends the loop', node);
      return false;
    }
    const name = node.type === 'identifier' ? sliceOf(source, node) : '';
    const isUsed =
      gives.kind !== 'nothing' &&
      name === gives.to &&
      !(node.start >= gives.statement.start && node.end <= gives.statement.end);
    if (isUsed || (name !== '' && isTarget(source, node) && outside.has(name))) {
      refuse(editor, 'names of the function', `${name} goes from one round to others`, node);
      return false;
    }
  }
  return true;
}
