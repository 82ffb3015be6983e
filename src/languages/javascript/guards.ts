import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag } from '../../model/facts.ts';
import { isFunctionNode, calledName, isMemberOf, type Node, sliceOf, staticName, unwrap } from './ast.ts';
import { fills, isNothing, sameText, some } from './fillers.ts';
import { isStartName } from '../../model/start-names.ts';
import { failureFlagsAfter, isProbe } from './failures.ts';
import { lookUp } from './scopes.ts';
import type { Walk } from './walk-state.ts';

/** Conditions and statement orders that decide how often, and on which thread, code runs. */

/** `if (!cache) cache = read()` and `if (!map.has(key)) map.set(key, read())`: how often the branch runs, in call flags. */
export function cacheFlags(walk: Walk, node: TSESTree.IfStatement): number {
  for (const test of conjuncts(node.test)) {
    const missing = missingPlace(test);
    const place = missing && (lookedUpAt(walk, missing.node) ?? missing);
    if (place && fillsPlace(walk, node, place)) return flagOf(walk, place);
    const stale = askedPlace(walk, test);
    if (stale && fills(node.consequent, walk, stale)) return CallFlag.Kept;
    const file = missingFile(test);
    if (file && makes(node.consequent, walk, file)) return CallFlag.Memoised;
    if (file && writes(node.consequent, walk, file)) return flagOf(walk, { node: file, keyed: false });
  }
  return firstUseFlags(walk, node);
}

/** `if (cache) use(cache); else cache = read();`: how often the second branch runs, in call flags. */
export function fillFlags(walk: Walk, { test, alternate }: TSESTree.IfStatement): number {
  if (!alternate) return 0;
  const places = conjuncts(test).map(unwrap);
  const place = places.find((node) => isNamed(node) && isOuterPlace(walk, node) && fills(alternate, walk, node));
  return place ? flagOf(walk, { node: place, keyed: false }) : 0;
}

/** `hit = cache.get(key)`, `hit = cache[key]`: where a local variable was looked up. */
function lookedUpAt(walk: Walk, node: Node): Place | undefined {
  if (node.type !== 'Identifier') return undefined;
  const write = lookUp(walk.scope, node.name)?.writes[0];
  return write?.kind === 'expression' && write.path.length === 0 ? lookedUp(write.node) : undefined;
}

function lookedUp(initial: Node): Place | undefined {
  const looked = awaitedBy(initial);
  if (looked.type === 'MemberExpression') return { node: looked, keyed: false };
  if (looked.type !== 'CallExpression' || looked.callee.type !== 'MemberExpression') return undefined;
  const { property, computed, object } = looked.callee;
  return staticName(property, computed) === 'get' ? { node: object, keyed: true } : undefined;
}

function isNamed({ type }: Node): boolean {
  return type === 'Identifier' || type === 'MemberExpression';
}

/** `if (!this.client) this.start()`: what is not there yet is brought up by a function of its own. */
function firstUseFlags(walk: Walk, { test, consequent }: TSESTree.IfStatement): number {
  const [condition = test] = disjuncts(test);
  const place = missingPlace(condition);
  if (!place || place.keyed || !isOuterPlace(walk, place.node)) return 0;
  const starts = (node: Node): boolean => node.type === 'CallExpression' && isStartName(calledName(node));
  return some(consequent, starts) ? flagOf(walk, place) : 0;
}

/** A variable of the file is filled once; a property, once for each object; what has a key, once for each. */
export function flagOf(walk: Walk, { node, keyed }: Place): number {
  return keyed || !isShared(walk, node) ? CallFlag.Kept : CallFlag.Memoised;
}

/** A variable of the file, or a property of a certain name that such a variable holds. */
function isShared(walk: Walk, node: Node): boolean {
  if (node.type === 'Identifier') return (lookUp(walk.scope, node.name)?.scope.fn.index ?? 0) === 0;
  if (node.type !== 'MemberExpression') return false;
  return staticName(node.property, node.computed) !== undefined && isShared(walk, node.object);
}

function conjuncts(test: Node): Node[] {
  return test.type === 'LogicalExpression' && test.operator === '&&'
    ? [...conjuncts(test.left), ...conjuncts(test.right)]
    : [test];
}

function disjuncts(test: Node): Node[] {
  return test.type === 'LogicalExpression' && test.operator === '||'
    ? [...disjuncts(test.left), ...disjuncts(test.right)]
    : [test];
}

interface Place {
  readonly node: Node;
  readonly keyed: boolean;
}

function fillsPlace(walk: Walk, node: TSESTree.IfStatement, place: Place): boolean {
  if (!isOuterPlace(walk, place.node)) return false;
  return place.keyed ? stores(node.consequent, walk, place.node) : fills(node.consequent, walk, place.node);
}

/** `left || (place = value)`: whether the assignment fills what was found missing. */
export function isCacheFill(walk: Walk, left: Node, assignment: TSESTree.AssignmentExpression): boolean {
  return isOuterPlace(walk, assignment.left) && sameText(walk, unwrap(left), assignment.left);
}

/** A variable of an outer function, or a property: it outlives the call. */
export function isOuterPlace(walk: Walk, node: Node): boolean {
  if (node.type === 'MemberExpression') return true;
  if (node.type !== 'Identifier') return false;
  const binding = lookUp(walk.scope, node.name);
  // Not declared so far: hoisted from below or a global. Either way it is not a local of a scope already left.
  return binding ? binding.scope.fn !== walk.fn : true;
}

/** The place that a condition finds empty. */
function missingPlace(condition: Node): Place | undefined {
  const test = unwrap(condition);
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    const inner = unwrap(test.argument);
    if (inner.type === 'CallExpression' && inner.callee.type === 'MemberExpression') {
      const method = staticName(inner.callee.property, inner.callee.computed);
      return method === 'has' ? { node: inner.callee.object, keyed: true } : undefined;
    }
    return { node: inner, keyed: false };
  }
  if (test.type === 'BinaryExpression' && (test.operator === '==' || test.operator === '===')) {
    const left = unwrap(test.left);
    if (!isNothing(test.right)) return undefined;
    return { node: left.type === 'UnaryExpression' && left.operator === 'typeof' ? left.argument : left, keyed: false };
  }
  return undefined;
}

/** `isExpired(certificate)`: a variable of the file that the answer of a call hangs on. */
function askedPlace(walk: Walk, condition: Node): Node | undefined {
  const test = unwrap(condition);
  const call = test.type === 'UnaryExpression' && test.operator === '!' ? unwrap(test.argument) : test;
  let place = call.type === 'CallExpression' ? call.arguments[0] : undefined;
  while (place?.type === 'MemberExpression') place = place.object;
  return place?.type === 'Identifier' && isShared(walk, place) && isOuterPlace(walk, place) ? place : undefined;
}

/** The path of `!existsSync(path)`. */
function missingFile(condition: Node): Node | undefined {
  const test = unwrap(condition);
  if (test.type !== 'UnaryExpression' || test.operator !== '!') return undefined;
  const call = awaitedBy(test.argument);
  if (call.type !== 'CallExpression' || !/^(?:exists|pathExists)(?:Sync)?$/.test(calledName(call))) return undefined;
  return call.arguments[0];
}

function awaitedBy(node: Node): Node {
  const inner = unwrap(node);
  return inner.type === 'AwaitExpression' ? unwrap(inner.argument) : inner;
}

/** Whether the folder is made there: from then on it exists. */
function makes(root: Node, walk: Walk, path: Node): boolean {
  return callsWith(root, walk, /^(?:mkdir|mkdirp|ensureDir|mkdirs)(?:Sync)?$/, path);
}

/** Whether the file is written there. */
function writes(root: Node, walk: Walk, path: Node): boolean {
  return callsWith(root, walk, /^(?:write|copy|output)(?:File|Json)?(?:Sync)?$/, path);
}

function callsWith(root: Node, walk: Walk, name: RegExp, argument: Node): boolean {
  return some(
    root,
    (node) =>
      node.type === 'CallExpression' &&
      name.test(calledName(node)) &&
      node.arguments.some((given) => sameText(walk, given, argument)),
  );
}

function stores(root: Node, walk: Walk, place: Node): boolean {
  return some(
    root,
    (node) =>
      node.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      staticName(node.callee.property, node.callee.computed) === 'set' &&
      sameText(walk, node.callee.object, place),
  );
}

/** The flags of each statement in a list that follow from its neighbours. */
export function statementFlags(walk: Walk, statements: readonly Node[]): readonly number[] | undefined {
  const decidesOnNext = (statement: Node): boolean =>
    isExit(statement) || returnedPlace(statement) !== undefined || failureFlagsAfter(walk.fn, statement) !== 0;
  if (!statements.some(decidesOnNext)) return undefined;
  const flags = statements.map(() => 0);
  markAfterFailure(walk, statements, flags);
  markBeforeExit(walk, statements, flags);
  markAfterCacheHit(walk, statements, flags);
  return flags;
}

/** `try { await access(folder); return; } catch {}`, then what makes the folder, once. */
function markAfterFailure(walk: Walk, statements: readonly Node[], flags: number[]): void {
  statements.forEach((statement, index) => {
    let mark = failureFlagsAfter(walk.fn, statement);
    if (mark === 0) return;
    const rest = statements.slice(index + 1);
    const looked = statement.type === 'TryStatement' ? lookedFor(statement.block) : undefined;
    if (looked) mark = rest.some((later) => makes(later, walk, looked)) ? mark | CallFlag.Memoised : 0;
    rest.forEach((_, offset) => (flags[index + 1 + offset] = (flags[index + 1 + offset] ?? 0) | mark));
  });
}

/** The path that a piece of code asks the file system for. */
function lookedFor(root: Node): Node | undefined {
  let path: Node | undefined;
  some(root, (node) => {
    if (node.type !== 'CallExpression' || !isProbe(node)) return false;
    path = node.arguments[0];
    return true;
  });
  return path;
}

/** What runs, without a wait in between, before `process.exit()` stalls nobody. */
function markBeforeExit(walk: Walk, statements: readonly Node[], flags: number[]): void {
  const last = statements.findLastIndex(isExit);
  for (let index = last; index >= 0; index -= 1) {
    const statement = statements[index];
    if (!statement || /\bawait\b/.test(sliceOf(walk.source, statement))) return;
    flags[index] = (flags[index] ?? 0) | CallFlag.BeforeExit;
  }
}

function isExit(statement: Node): boolean {
  return statement.type === 'ExpressionStatement' && isExitCall(statement.expression);
}

function isExitCall(expression: Node): boolean {
  return expression.type === 'CallExpression' && isMemberOf(expression.callee, 'process', 'exit');
}

/** `finish(() => process.exit())`: whether all that a call does is done before the process ends. */
export function endsProcess({ arguments: args }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  return args.some((argument) => {
    const callback = unwrap(argument);
    if (!isFunctionNode(callback)) return false;
    if (callback.body.type !== 'BlockStatement') return isExitCall(unwrap(callback.body));
    return callback.body.body.some(isExit);
  });
}

/** `process.exit(1)`, and what programs call by the name of it: `this.exit()`, `exitWithError(error)`. */
export function isExiting(branch: Node): boolean {
  const { type } = branch;
  const expression =
    type === 'ExpressionStatement' ? branch.expression : type === 'ReturnStatement' ? branch.argument : null;
  const call = expression && awaitedBy(expression);
  return call?.type === 'CallExpression' && /^exit(?![a-z])/.test(calledName(call));
}

/** `if (cache) return cache;` and then `cache = read()`. */
function markAfterCacheHit(walk: Walk, statements: readonly Node[], flags: number[]): void {
  statements.forEach((statement, index) => {
    const returned = returnedPlace(statement);
    const place = returned && (declaredAs(statements.slice(0, index), returned.node) ?? returned);
    if (!place || !isOuterPlace(walk, place.node)) return;
    const rest = statements.slice(index + 1);
    const filled = rest.some((later) =>
      place.keyed ? stores(later, walk, place.node) : fills(later, walk, place.node),
    );
    if (!filled) return;
    for (let later = index + 1; later < statements.length; later += 1) {
      flags[later] = (flags[later] ?? 0) | flagOf(walk, place);
    }
  });
}

/** Where a variable was looked up that one of the statements declares. */
function declaredAs(statements: readonly Node[], variable: Node): Place | undefined {
  if (variable.type !== 'Identifier') return undefined;
  for (const statement of statements) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (init && id.type === 'Identifier' && id.name === variable.name) return lookedUp(init);
    }
  }
  return undefined;
}

/** The place that an early `return` finds filled. */
function returnedPlace(statement: Node): Place | undefined {
  if (statement.type !== 'IfStatement' || statement.alternate || !isReturn(statement.consequent)) return undefined;
  const test = unwrap(statement.test);
  if (test.type === 'Identifier' || test.type === 'MemberExpression') return { node: test, keyed: false };
  if (
    test.type === 'BinaryExpression' &&
    (test.operator === '!=' || test.operator === '!==') &&
    isNothing(test.right)
  ) {
    return { node: unwrap(test.left), keyed: false };
  }
  if (test.type === 'CallExpression' && test.callee.type === 'MemberExpression') {
    const method = staticName(test.callee.property, test.callee.computed);
    return method === 'has' ? { node: test.callee.object, keyed: true } : undefined;
  }
  return undefined;
}

function isReturn(statement: Node): boolean {
  if (statement.type === 'BlockStatement') return statement.body.length === 1 && isReturn(statement.body[0] as Node);
  return statement.type === 'ReturnStatement';
}

/** `CallFlag.OffLoop` for the branch of a condition that runs on a worker thread. */
export function threadFlags(test: Node): { consequent: number; alternate: number } {
  const condition = unwrap(test);
  if (condition.type === 'UnaryExpression' && condition.operator === '!' && isMainThreadTest(condition.argument)) {
    return { consequent: CallFlag.OffLoop, alternate: 0 };
  }
  return { consequent: 0, alternate: isMainThreadTest(condition) ? CallFlag.OffLoop : 0 };
}

function isMainThreadTest(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'isMainThread';
  return node.type === 'MemberExpression' && staticName(node.property, node.computed) === 'isMainThread';
}
