import { isAsync, type Node, part, unwrap } from './tree.ts';

/** What a piece of code does with names. Names are compared as text. */
export interface Usage {
  /** Names that are read, apart from adding to what they hold. */
  readonly reads: Set<string>;
  /** Names that get a value, by the block of the first such statement. */
  readonly assigned: Map<string, Node | null>;
  /** Names that something is added to: `total += x`, `rows.append(x)`, `table[key] = x`. */
  readonly extended: Set<string>;
  /** `await`, and the managers of `async with`. */
  readonly awaits: AwaitNode[];
  /** It may end early, or goes on somewhere else. */
  leaves: boolean;
  throws: boolean;
  /** It waits in a loop of its own, or in a way that is not followed. */
  hasInnerWait: boolean;
}

/** A wait, and the expression that is waited for. */
export interface AwaitNode {
  readonly node: Node;
  readonly of: Node;
}

interface Place {
  readonly usage: Usage;
  readonly source: string;
  /** In a function of its own: what it does is done later, or in between. */
  readonly isNested: boolean;
  readonly isInLoop: boolean;
  readonly block: Node | null;
}

export function usageOf(source: string, ...nodes: readonly Node[]): Usage {
  const usage: Usage = {
    reads: new Set(),
    assigned: new Map(),
    extended: new Set(),
    awaits: [],
    leaves: false,
    throws: false,
    hasInnerWait: false,
  };
  for (const node of nodes) visit(node, { usage, source, isNested: false, isInLoop: false, block: null });
  return usage;
}

/** Methods that add to what they are called on. */
const GROWING = new Set('append add extend update insert setdefault appendleft put_nowait'.split(' '));

function visit(node: Node, place: Place): void {
  const { usage, source } = place;
  switch (node.type) {
    case 'identifier':
      usage.reads.add(textOf(place, node));
      break;
    case 'attribute':
      visitPart(node, 'object', place);
      break;
    case 'keyword_argument':
      visitPart(node, 'value', place);
      break;
    case 'assignment':
    case 'named_expression':
      visitAssignment(node, place);
      break;
    case 'augmented_assignment':
      visitPart(node, 'right', place);
      visitTarget(part(node, 'left'), true, place);
      break;
    case 'delete_statement':
      for (const target of node.children) visitTarget(target, false, place);
      break;
    case 'call':
      visitCall(node, place);
      break;
    case 'await':
      noteAwait(node, node.children[0], place);
      visitChildren(node, place);
      break;
    case 'block':
      visitChildren(node, { ...place, block: node });
      break;
    case 'function_definition':
    case 'lambda':
    case 'class_definition':
      visitDefinition(node, place);
      break;
    case 'for_statement':
    case 'while_statement':
      visitLoop(node, place);
      break;
    case 'with_statement':
      if (isAsync(source, node)) visitAsyncWith(node, place);
      else visitChildren(node, place);
      break;
    case 'as_pattern_target':
      for (const target of node.children) visitTarget(target, false, place);
      break;
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      visitComprehension(node, place);
      break;
    default:
      visitFlow(node, place);
      visitChildren(node, place);
  }
}

function textOf({ source }: Place, node: Node): string {
  return source.slice(node.start, node.end);
}

function visitPart(node: Node, field: string, place: Place): void {
  const inner = part(node, field);
  if (inner) visit(inner, place);
}

function visitChildren(node: Node, place: Place): void {
  for (const child of node.children) visit(child, place);
}

/** Statements that leave the code, or stop it. */
function visitFlow({ type }: Node, { usage, isNested, isInLoop }: Place): void {
  if (isNested) return;
  if (type === 'return_statement' || type === 'yield') usage.leaves = true;
  else if (type === 'break_statement') usage.leaves ||= !isInLoop;
  else if (type === 'raise_statement' || type === 'assert_statement') usage.throws = true;
}

function noteAwait(node: Node, of: Node | undefined, { usage, isNested, isInLoop }: Place): void {
  if (isNested || !of) return;
  usage.awaits.push({ node, of: unwrap(of) });
  if (isInLoop) usage.hasInnerWait = true;
}

function visitAssignment(node: Node, place: Place): void {
  const value = part(node, 'right') ?? part(node, 'value');
  if (value) visit(value, place);
  if (value || node.type === 'named_expression') visitTarget(part(node, 'left') ?? part(node, 'name'), false, place);
}

function visitTarget(target: Node | undefined, isStep: boolean, place: Place): void {
  if (!target) return;
  const node = unwrap(target);
  const { usage, isNested } = place;
  if (node.type === 'identifier') {
    const name = textOf(place, node);
    // What a function of its own does with it has no place in the order.
    if (isStep && !isNested) usage.extended.add(name);
    else if (!usage.assigned.has(name)) usage.assigned.set(name, isNested ? null : place.block);
  } else if (node.type === 'attribute' || node.type === 'subscript') {
    for (const child of node.children.slice(1)) if (node.type === 'subscript') visit(child, place);
    extend(node.children[0], place);
  } else for (const child of node.children) visitTarget(child, isStep, place);
}

/** Something below the name at the root of a chain changes. */
function extend(object: Node | undefined, place: Place): void {
  let root = object && unwrap(object);
  while (root && (root.type === 'attribute' || root.type === 'subscript')) {
    if (root.type === 'subscript') for (const child of root.children.slice(1)) visit(child, place);
    root = root.children[0] && unwrap(root.children[0]);
  }
  if (!root) return;
  if (root.type !== 'identifier') visit(root, place);
  else if (place.isNested) place.usage.assigned.set(textOf(place, root), null);
  else place.usage.extended.add(textOf(place, root));
}

function visitCall(node: Node, place: Place): void {
  const [callee, list] = [part(node, 'function'), part(node, 'arguments')];
  const method = callee?.type === 'attribute' ? part(callee, 'attribute') : undefined;
  const object = callee && part(callee, 'object');
  if (method && object?.type === 'identifier' && GROWING.has(textOf(place, method))) extend(object, place);
  else if (callee) visit(callee, place);
  if (list) visit(list, place);
}

function visitDefinition(node: Node, place: Place): void {
  const name = part(node, 'name');
  if (name) visitTarget(name, false, place);
  for (const child of node.children) {
    if (child !== name) visit(child, { ...place, isNested: true });
  }
}

function visitLoop(node: Node, place: Place): void {
  const { usage, source, isNested } = place;
  if (isAsync(source, node) && !isNested) usage.hasInnerWait = true;
  const left = part(node, 'left');
  if (left) visitTarget(left, false, { ...place, block: part(node, 'body') ?? null });
  for (const child of node.children) if (child !== left) visit(child, { ...place, isInLoop: true });
}

/** The names of a comprehension are its own: those around it of the same name are taken to be read, at worst. */
function visitComprehension(node: Node, place: Place): void {
  for (const child of node.children) {
    if (child.type !== 'for_in_clause') visit(child, { ...place, isInLoop: true });
    else {
      if (isAsync(place.source, child) && !place.isNested) place.usage.hasInnerWait = true;
      visitPart(child, 'right', place);
    }
  }
}

/** Entering is a wait for what the manager is; it is followed where the manager is a call. */
function visitAsyncWith(node: Node, place: Place): void {
  const clause = node.children.find(({ type }) => type === 'with_clause');
  for (const item of clause?.children ?? []) {
    const value = part(item, 'value');
    const context = value?.type === 'as_pattern' ? value.children[0] : value;
    if (!context || unwrap(context).type !== 'call') place.usage.hasInnerWait ||= !place.isNested;
    else noteAwait(context, context, place);
  }
  visitChildren(node, place);
}

/** Whether a piece of code reads one of some names. */
export function readsAny({ reads }: Usage, names: ReadonlySet<string>): boolean {
  for (const name of reads) if (names.has(name)) return true;
  return false;
}

/** The names that a target binds. */
export function namesIn(source: string, target: Node): string[] {
  const node = unwrap(target);
  if (node.type === 'identifier') return [source.slice(node.start, node.end)];
  return node.type === 'attribute' || node.type === 'subscript'
    ? []
    : node.children.flatMap((child) => namesIn(source, child));
}
