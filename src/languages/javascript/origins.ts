import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import { type Node, staticName, unwrap } from './ast.ts';
import { evaluate, paramValue } from './evaluate.ts';
import type { Scope, Write } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Evaluator, internIndexed, internMember, UNKNOWN } from './value-table.ts';

/** Steps that people take from where a text comes from to where it is used. */
const MAX_STEPS = 40;
const MAX_ORIGINS = 6;

/** Methods whose result is as long as what they are called on: of strings, buffers, collections of strings. */
const KEEPS_LENGTH = new Set(
  (
    'toString toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimStart trimEnd trimLeft trimRight ' +
    'normalize replace replaceAll split join concat padStart padEnd repeat valueOf reverse flat filter sort ' +
    'values shift pop find decode slice substring substr'
  ).split(' '),
);
/** Methods that hand out a text that an object has: of requests, of maps. */
const HANDS_OUT = new Set(['get', 'getAll', 'json', 'text', 'header', 'param', 'query']);

/** Global functions whose result is as long as their first argument. */
const PASSES_ON = new Set('String decodeURIComponent decodeURI encodeURIComponent unescape escape'.split(' '));
const CONSTRUCTS = new Set('String URL URLSearchParams'.split(' '));
const STATIC_PASSES_ON = new Set([
  'JSON.parse',
  'JSON.stringify',
  'Buffer.from',
  'Object.values',
  'Object.keys',
  'Object.entries',
  'Array.from',
  'String.raw',
  'querystring.parse',
  'qs.parse',
]);

/** Numbers that say how much there is. */
const SIZES = new Set(['length', 'size', 'byteLength']);

interface Trace {
  readonly evaluator: Evaluator;
  readonly found: Set<ValueId>;
  readonly visited: Set<Node | Write>;
}

/**
 * The values that a text is made of, through variables, templates and methods that leave its length as it was. What
 * cuts it (`slice(0, 80)`), or says nothing about where it comes from, leads to none.
 */
export function originsOf(evaluator: Evaluator, node: Node, scope: Scope): ValueId[] {
  const trace: Trace = { evaluator, found: new Set(), visited: new Set() };
  follow(trace, node, scope);
  return trace.found.size > MAX_ORIGINS ? [] : [...trace.found];
}

function follow(trace: Trace, expression: Node, scope: Scope): void {
  const node = unwrap(expression);
  if (trace.visited.has(node) || trace.visited.size > MAX_STEPS) return;
  trace.visited.add(node);
  switch (node.type) {
    case 'Identifier':
      return followName(trace, node.name, scope);
    case 'TemplateLiteral':
      return node.expressions.forEach((part) => follow(trace, part, scope));
    case 'BinaryExpression':
      if (node.operator !== '+') return;
      follow(trace, node.left, scope);
      return follow(trace, node.right, scope);
    case 'LogicalExpression':
      if (node.operator !== '&&') follow(trace, node.left, scope);
      return follow(trace, node.right, scope);
    case 'ConditionalExpression':
      follow(trace, node.consequent, scope);
      return follow(trace, node.alternate, scope);
    case 'AwaitExpression':
      return follow(trace, node.argument, scope);
    case 'AssignmentExpression':
      return follow(trace, node.right, scope);
    case 'CallExpression':
      return followCall(trace, node, scope);
    case 'NewExpression':
      return followConstruction(trace, node, scope);
    case 'MemberExpression':
      return followMember(trace, node, scope);
    default:
  }
}

function followName(trace: Trace, name: string, scope: Scope): void {
  for (const write of lookUp(scope, name)?.writes ?? []) {
    if (trace.visited.has(write)) continue;
    trace.visited.add(write);
    if (write.kind === 'param') {
      addPath(trace, evaluateParam(trace, write), []);
    } else if (write.kind === 'element' || write.kind === 'appended') {
      follow(trace, write.node, write.scope);
    } else if (write.kind === 'expression') {
      const inner: Trace = { ...trace, found: new Set() };
      follow(inner, write.node, write.scope);
      for (const origin of inner.found) addPath(trace, origin, write.path);
    }
  }
}

function evaluateParam({ evaluator }: Trace, { fn, index, path }: Write & { readonly kind: 'param' }): ValueId {
  return path.reduce((of, name) => internMember(evaluator, of, name), paramValue(evaluator, fn, index));
}

function addPath({ evaluator, found }: Trace, origin: ValueId, path: readonly string[]): void {
  if (path.some((name) => SIZES.has(name))) return;
  found.add(path.reduce((of, name) => internMember(evaluator, of, name), origin));
}

function followCall(trace: Trace, node: TSESTree.CallExpression, scope: Scope): void {
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  if (callee.type === 'Identifier') {
    if (PASSES_ON.has(callee.name) && !lookUp(scope, callee.name)) return first && follow(trace, first, scope);
    addValue(trace, node, scope);
    return;
  }
  if (callee.type !== 'MemberExpression') return;
  const name = staticName(callee.property, callee.computed);
  if (name === undefined) return;
  if (callee.object.type === 'Identifier' && STATIC_PASSES_ON.has(`${callee.object.name}.${name}`)) {
    return first && follow(trace, first, scope);
  }
  if (KEEPS_LENGTH.has(name) && !cuts(name, node.arguments)) {
    follow(trace, name === 'decode' && first ? first : callee.object, scope);
    if (trace.found.size > 0) return;
  }
  if (!addValue(trace, node, scope) && HANDS_OUT.has(name)) follow(trace, callee.object, scope);
}

/** `slice(0, 80)`, `slice(-80)`, `split(' ', 3)` aside. */
function cuts(name: string, args: readonly Node[]): boolean {
  if (name !== 'slice' && name !== 'substring' && name !== 'substr') return false;
  return args.length > 1 || args[0]?.type === 'UnaryExpression';
}

function followConstruction(trace: Trace, { callee, arguments: [first] }: TSESTree.NewExpression, scope: Scope): void {
  if (callee.type === 'Identifier' && CONSTRUCTS.has(callee.name) && first) follow(trace, first, scope);
}

function followMember(trace: Trace, node: TSESTree.MemberExpression, scope: Scope): void {
  const name = staticName(node.property, node.computed);
  if (name !== undefined && SIZES.has(name)) return;
  const known = parameterMember(trace, node, scope);
  if (known !== undefined) trace.found.add(known);
  else if (!addValue(trace, node, scope)) follow(trace, node.object, scope);
}

/** `event.body.name` of a parameter, whatever its annotation says of it. */
function parameterMember(trace: Trace, expression: Node, scope: Scope): ValueId | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') {
    const [write, ...others] = lookUp(scope, node.name)?.writes ?? [];
    return write?.kind === 'param' && others.length === 0 ? evaluateParam(trace, write) : undefined;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = staticName(node.property, node.computed);
  const of = name === undefined ? undefined : parameterMember(trace, node.object, scope);
  return of === undefined || name === undefined ? undefined : internMember(trace.evaluator, of, name);
}

/** `context.req.header('accept')` */
function callOfParameter(trace: Trace, node: Node, scope: Scope): ValueId | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const callee = parameterMember(trace, node.callee, scope);
  return callee === undefined ? undefined : internIndexed(trace.evaluator, 'result', callee);
}

/** Whether the value leads on: to a parameter, an import, something that the file defines. */
function addValue(trace: Trace, node: Node, scope: Scope): boolean {
  const { evaluator, found } = trace;
  const value = callOfParameter(trace, node, scope) ?? evaluate(evaluator, node, scope);
  if (!leadsOn(evaluator, value)) return false;
  found.add(value);
  return true;
}

function leadsOn(evaluator: Evaluator, id: ValueId): boolean {
  if (id === UNKNOWN) return false;
  const value = evaluator.values[id];
  switch (value?.[0]) {
    case 'member':
    case 'result':
    case 'instance':
      return leadsOn(evaluator, value[1]);
    case 'param':
    case 'import':
    case 'function':
    case 'class':
    case 'object':
    case 'union':
      return true;
    case 'global':
      return value[1] === 'fetch';
    default:
      return false;
  }
}
