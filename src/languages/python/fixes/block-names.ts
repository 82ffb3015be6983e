import { isFunctionNode, type Node, part } from '../tree.ts';
import { isComprehension } from './await-call.ts';
import { type Editor, refuse } from './editor.ts';
import {
  bindingAt,
  descendants,
  type FixSource,
  functionAround,
  isLabel,
  ownNodes,
  parentOf,
  sliceOf,
} from './source.ts';

/** The names that go in and out of a statement that becomes a function of its own. */
export interface FlowOfNames {
  /** Names that it reads and then changes: the function gets them as parameters. */
  readonly inputs: readonly string[];
  /** Names that it binds and others read. */
  readonly outputs: readonly string[];
}

/** Undefined, with a refusal, where that cannot be told. */
export function flowOfNames(editor: Editor, statement: Node): FlowOfNames | undefined {
  const { source } = editor;
  const around = functionAround(source, statement);
  const inputs: string[] = [];
  const outputs: string[] = [];
  for (const name of boundIn(source, statement)) {
    const uses = [...descendants(around)].filter((node) => isNameNode(source, node, name));
    const outside = uses.filter((node) => !isIn(node, statement));
    const isRead = isReadLater(source, statement, outside, name);
    if (source.walk.functionOf.get(around)?.scope.redirects?.has(name)) {
      refuse(editor, 'names of the function', `${name} belongs to a scope around the function`, statement);
      return undefined;
    }
    if (isRead) outputs.push(name);
    const [first] = uses.filter((node) => isIn(node, statement));
    const isFresh = first !== undefined && isCertainTarget(source, first, statement);
    if (isFresh || (!isRead && first !== undefined && isTarget(source, first))) continue;
    const before = outside.filter((node) => node.start < statement.start && isTarget(source, node));
    if (!before.some((node) => isCertain(source, node, statement))) {
      if (before.length === 0 && first !== undefined && isTarget(source, first)) continue;
      refuse(editor, 'names of the function', `whether ${name} has a value before the block is not known`, statement);
      return undefined;
    }
    inputs.push(name);
  }
  return { inputs, outputs };
}

/** Names that a statement binds for its function. */
function boundIn(source: FixSource, statement: Node): Set<string> {
  const names = new Set<string>();
  for (const node of ownNodes(statement)) {
    if (node.type !== 'identifier' || !isTarget(source, node)) continue;
    names.add(sliceOf(source, node));
  }
  for (const node of descendants(statement)) {
    const isDefinition =
      (isFunctionNode(node) || node.type === 'class_definition') &&
      functionAround(source, node) === functionAround(source, statement);
    const name = isDefinition ? part(node, 'name') : undefined;
    if (name) names.add(sliceOf(source, name));
  }
  return names;
}

const TARGETS: Readonly<Record<string, readonly string[]>> = {
  assignment: ['left'],
  augmented_assignment: ['left'],
  named_expression: ['name'],
  for_statement: ['left'],
  import_statement: ['name'],
  import_from_statement: ['name'],
  function_definition: ['name', 'parameters'],
  lambda: ['parameters'],
  class_definition: ['name'],
  as_pattern: ['alias'],
};

/** Whether an identifier gets a value where it stands; names of comprehensions are their own. */
export function isTarget(source: FixSource, node: Node): boolean {
  for (let inner = node, outer = parentOf(source, node); outer; inner = outer, outer = parentOf(source, outer)) {
    if (outer.type === 'delete_statement') return true;
    if (isComprehension(outer)) return false;
    const fields = TARGETS[outer.type];
    if (fields) return inner.field !== null && fields.includes(inner.field);
    if (!/pattern|splat|parameter|dotted_name|aliased_import|^tuple$|^list$|parenthesized_expression/.test(outer.type))
      return false;
    if (outer.type.endsWith('parameter') && inner.field === 'value') return false;
  }
  return false;
}

function isNameNode(source: FixSource, node: Node, name: string): boolean {
  return node.type === 'identifier' && sliceOf(source, node) === name && !isLabel(source, node);
}

function isIn(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Read behind the statement, or anywhere in a loop around it, or by a function that sees the name. */
function isReadLater(source: FixSource, statement: Node, outside: readonly Node[], name: string): boolean {
  const around = functionAround(source, statement);
  const loop = loopAround(source, statement);
  return outside.some((node) => {
    if (isTarget(source, node) && parentOf(source, node)?.type !== 'augmented_assignment') return false;
    if (isReboundAround(source, node, name)) return false;
    const binding = bindingAt(source, node, name);
    if (binding && binding !== bindingAt(source, statement, name)) return false;
    return (
      node.start > statement.end || functionAround(source, node) !== around || (loop !== undefined && isIn(node, loop))
    );
  });
}

/** Whether a `with` around a use gives the name another value: `with open(other) as file:`. */
function isReboundAround(source: FixSource, node: Node, name: string): boolean {
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, outer)) {
    const [clause] = outer.type === 'with_statement' ? outer.children : [];
    if (!clause || isIn(node, clause)) continue;
    if ([...descendants(clause)].some((one) => isNameNode(source, one, name) && isTarget(source, one))) return true;
  }
  return false;
}

function loopAround(source: FixSource, node: Node): Node | undefined {
  const around = functionAround(source, node);
  let loop: Node | undefined;
  for (let outer = parentOf(source, node); outer && outer !== around; outer = parentOf(source, outer)) {
    if (/^(?:for|while)_statement$/.test(outer.type)) loop = outer;
  }
  return loop;
}

/** A plain target in the body of the statement itself, whose right side comes after: the name has no value before. */
function isCertainTarget(source: FixSource, first: Node, statement: Node): boolean {
  const target = parentOf(source, first);
  if (target?.type === 'as_pattern_target' || (target?.type === 'for_statement' && target === statement)) return true;
  if (!target || !isTarget(source, first) || target.type !== 'assignment') return false;
  const right = part(target, 'right');
  const readsItself = right && [...descendants(right)].some((node) => isNameNode(source, node, sliceOf(source, first)));
  const block = parentOf(source, parentOf(source, target) ?? target);
  return (
    !readsItself && block !== undefined && parentOf(source, block) === statement && statement.type === 'with_statement'
  );
}

/** Whether what binds a name has been done whenever the statement is reached. */
function isCertain(source: FixSource, target: Node, statement: Node): boolean {
  const around = functionAround(source, statement);
  for (let outer = parentOf(source, target); outer; outer = parentOf(source, outer)) {
    if (outer === around) return true;
    if (outer.type === 'block') return isIn(statement, outer) || parentOf(source, outer)?.type === 'with_statement';
  }
  return false;
}
