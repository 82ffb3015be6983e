import { CallFlag } from '../../model/facts.ts';
import { ITERATION } from './collections.ts';
import { inBranch } from './conditions.ts';
import { operatorOf } from './guards.ts';
import { lookUp } from './scopes.ts';
import { isFunctionNode, isAsync, type Node, part, unwrap } from './tree.ts';
import { calleeText } from './text.ts';
import { bindTargets } from './walk-assignments.ts';
import { nameOfCallee, visitLambda } from './walk-functions.ts';
import { inScope, noteCall, textOf, type Visitors, visitChildren, type Walk, withFlags } from './walk-state.ts';

export const expressionVisitors: Visitors = {
  call: visitCall,
  await: (walk, node) => {
    walk.fn.waits += 1;
    const [inner] = node.children;
    if (!inner) return;
    walk.awaited = unwrap(inner);
    walk.visit(inner);
  },
  list_comprehension: visitComprehension,
  set_comprehension: visitComprehension,
  dictionary_comprehension: visitComprehension,
  generator_expression: visitComprehension,
  boolean_operator: (walk, node) => {
    const [left, right] = [part(node, 'left'), part(node, 'right')];
    if (left) walk.visit(left);
    if (!left || !right) return;
    inBranch(walk, [[left, operatorOf(walk, node) === 'and']], () => {
      walk.visit(right);
    });
  },
  conditional_expression: visitConditional,
  keyword_argument: (walk, node) => {
    const value = part(node, 'value');
    if (value) walk.visit(value);
  },
  attribute: (walk, node) => {
    visitObject(walk, node);
    const name = part(node, 'attribute');
    if (name && !isOfModule(walk, node))
      noteCall(walk, { callee: node, args: [], keywords: [], at: name }, CallFlag.Read | CallFlag.Quiet);
  },
};

/** `a() if test else b()` */
function visitConditional(walk: Walk, node: Node): void {
  const [then, test, otherwise] = node.children;
  if (!then || !test || !otherwise) return;
  walk.visit(test);
  for (const arm of [then, otherwise]) {
    inBranch(walk, [[test, arm === then]], () => {
      walk.visit(arm);
    });
  }
}

function visitObject(walk: Walk, node: Node): void {
  const object = part(node, 'object');
  if (object) walk.visit(object);
}

/** `os.sep`: no getter stands behind what a module has. */
function isOfModule(walk: Walk, node: Node): boolean {
  const object = part(node, 'object');
  if (object?.type !== 'identifier') return false;
  const [write] = lookUp(walk.scope, textOf(walk, object))?.writes ?? [];
  return write === undefined || write.kind === 'opaque' || (write.kind === 'import' && write.name === null);
}

/** Built-in functions that go through their first argument. */
const CONSUMERS = new Set('list tuple set frozenset dict sorted sum any all min max'.split(' '));

/** Going through something may call a method that nobody names. */
export function noteIteration(walk: Walk, node: Node): void {
  const { type } = unwrap(node);
  if (type !== 'identifier' && type !== 'attribute' && type !== 'call' && type !== 'subscript') return;
  const at = nameOfCallee(unwrap(node));
  noteCall(walk, { callee: node, method: ITERATION, args: [], keywords: [], at }, CallFlag.Quiet);
}

/** The attribute that is called is read, too, but by the call. */
function visitCallee(walk: Walk, callee: Node): void {
  const node = unwrap(callee);
  if (node.type === 'attribute') visitObject(walk, node);
  else walk.visit(callee);
}

interface Arguments {
  readonly values: readonly Node[];
  readonly keywords: readonly string[];
}

function visitCall(walk: Walk, node: Node): void {
  const awaited = walk.awaited === node;
  walk.awaited = null;
  const callee = part(node, 'function');
  const list = part(node, 'arguments');
  if (!callee) return;
  const { values, keywords } = argumentsOf(walk, list);
  const call = noteCall(
    walk,
    { callee, args: values, keywords, at: nameOfCallee(callee) },
    awaited ? CallFlag.Awaited : 0,
  );
  visitCallee(walk, callee);
  if (!list) return;
  const [first] = values;
  const name = callee.type === 'identifier' ? textOf(walk, callee) : '';
  if (first && CONSUMERS.has(name) && !lookUp(walk.scope, name)) noteIteration(walk, first);
  if (list.type === 'generator_expression') {
    walk.visit(list);
    return;
  }
  const label = calleeText(walk.source, callee);
  for (const argument of list.children) {
    const value = argument.type === 'keyword_argument' ? part(argument, 'value') : argument;
    const inner = value && unwrap(value);
    if (!inner || !isFunctionNode(inner)) {
      const { calls } = walk.fn;
      const next = calls.length;
      walk.visit(argument);
      const made = inner?.type === 'call' ? calls[next] : undefined;
      if (made) made.handedTo = callee;
      continue;
    }
    walk.hint = { name: `callback of ${label}`, key: `${label}()` };
    visitLambda(walk, inner).argumentOf = { call, index: values.indexOf(value) };
  }
}

/** Those that are given by place, then those that have a name. What is spread may be any further argument. */
function argumentsOf(walk: Walk, list: Node | undefined): Arguments {
  if (!list) return { values: [], keywords: [] };
  if (list.type === 'generator_expression') return { values: [list], keywords: [] };
  const values: Node[] = [];
  const named: Node[] = [];
  const keywords: string[] = [];
  let isOpen = false;
  for (const argument of list.children) {
    const [name, value] = [part(argument, 'name'), part(argument, 'value')];
    if (argument.type === 'keyword_argument' && name && value) {
      keywords.push(textOf(walk, name));
      named.push(value);
    } else if (argument.type === 'dictionary_splat') {
      noteHandedOn(walk, argument);
      keywords.push('**');
      named.push(argument);
    } else if (argument.type === 'list_splat') isOpen = true;
    else if (!isOpen) values.push(argument);
  }
  if (isOpen) {
    keywords.push('*');
    named.push(SPREAD);
  }
  return { values: [...values, ...named], keywords };
}

/** `**options`, where these are the function's own. */
function noteHandedOn(walk: Walk, { children }: Node): void {
  const [name] = children;
  const binding = name?.type === 'identifier' ? lookUp(walk.scope, textOf(walk, name)) : undefined;
  const [write] = binding?.writes ?? [];
  if (write?.kind === 'opaque' && write.further !== undefined) walk.fn.handsOn = write.further;
}

/** Stands for arguments that the source does not show. */
const SPREAD: Node = { type: 'list_splat', start: 0, end: 0, field: null, children: [] };

/** Only the first list that it goes through is evaluated in the scope around it. */
function visitComprehension(walk: Walk, node: Node): void {
  const clauses = node.children.filter(({ field }) => field !== 'body');
  const body = part(node, 'body');
  const [first] = clauses;
  const source = first && part(first, 'right');
  if (source) {
    walk.visit(source);
    if (!isAsync(walk.source, first)) noteIteration(walk, source);
  }
  const scope = inScope(walk, 'comprehension', () => {
    withFlags(walk, CallFlag.InLoop, () => {
      for (const clause of clauses) visitClause(walk, clause, clause === first);
      if (body?.type === 'pair') visitChildren(walk, body);
      else if (body) walk.visit(body);
    });
  });
  walk.scopeOf.set(node, scope);
}

function visitClause(walk: Walk, clause: Node, isFirst: boolean): void {
  if (clause.type !== 'for_in_clause') {
    visitChildren(walk, clause);
    return;
  }
  if (isAsync(walk.source, clause)) walk.fn.waits += 1;
  const [left, right] = [part(clause, 'left'), part(clause, 'right')];
  if (right && !isFirst) {
    walk.visit(right);
    if (!isAsync(walk.source, clause)) noteIteration(walk, right);
  }
  const scope = isFirst ? (walk.scope.parent ?? walk.scope) : walk.scope;
  if (left && right) bindTargets(walk, left, { kind: 'element', node: right, scope });
}
