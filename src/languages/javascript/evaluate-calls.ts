import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import { type Node, unwrap } from './ast.ts';
import { collectionGiven, GIVEN_BY } from './collections.ts';
import { DECORATION_HELPERS, isDecoration } from './decorations.ts';
import { constructedExpression, fileValue } from './evaluate-constants.ts';
import { PATH_MAKERS } from './file-references.ts';
import type { Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Evaluator, internImport, internIndexed, UNKNOWN } from './value-table.ts';

/** Helpers of compilers that return the module that they are given. */
const INTEROP = new Set([
  '__importDefault',
  '__importStar',
  '__toESM',
  '_interopRequireDefault',
  '_interopRequireWildcard',
  '_interopDefault',
]);
const SAME_OBJECT = new Set(['freeze', 'seal', 'preventExtensions']);

/** Names of all calls that `specialCall` looks at: one search for a name instead of one for each kind. */
const SPECIAL = new Set([
  ...DECORATION_HELPERS,
  ...INTEROP,
  ...GIVEN_BY,
  ...SAME_OBJECT,
  ...PATH_MAKERS,
  ...['require', 'RegExp', 'bind', 'getBuiltinModule', 'assign'],
]);

/** The value of a call whose function the language, or a compiler, gives a meaning of its own; `name` is the function's last name. */
export function specialCall(
  evaluator: Evaluator,
  node: TSESTree.CallExpression,
  name: string,
  scope: Scope,
): ValueId | undefined {
  if (!SPECIAL.has(name)) return undefined;
  const callee = unwrap(node.callee);
  const [first, second] = node.arguments;
  if (second && isDecoration(node, name)) return evaluator.evaluate(second, scope);
  if (first && INTEROP.has(name)) return evaluator.evaluate(first, scope);
  if (callee.type === 'Identifier') {
    if (name === 'require' && first && isRequire(evaluator, callee, scope))
      return evaluateImport(evaluator, first, scope);
    if (name === 'RegExp') return constructedExpression(evaluator, node, scope);
  } else if (callee.type === 'MemberExpression') {
    if (name === 'bind') return evaluator.evaluate(callee.object, scope);
    if (name === 'getBuiltinModule' && first) return evaluateImport(evaluator, first, scope);
    if (GIVEN_BY.has(name) && callee.object.type === 'Identifier' && !lookUp(scope, callee.object.name))
      return collectionGiven(evaluator, callee.object.name, name, node.arguments, scope);
    if (first && (SAME_OBJECT.has(name) || name === 'assign') && isGlobalObject(callee.object, scope))
      return name === 'assign' ? assignedObject(evaluator, node, scope) : evaluator.evaluate(first, scope);
  }
  return fileValue(evaluator, node);
}

function isGlobalObject(node: Node, scope: Scope): boolean {
  return node.type === 'Identifier' && node.name === 'Object' && !lookUp(scope, 'Object');
}

/** The global `require`, or one that `createRequire` made. */
function isRequire(evaluator: Evaluator, callee: TSESTree.Identifier, scope: Scope): boolean {
  const value = evaluator.evaluate(callee, scope);
  return evaluator.values[value]?.[0] === 'global' || isMadeRequire(evaluator, value);
}

/** `createRequire(import.meta.url)` */
export function isMadeRequire({ values }: Evaluator, id: ValueId): boolean {
  const value = values[id];
  const made = value?.[0] === 'result' ? values[value[1]] : undefined;
  return made?.[0] === 'member' && made[2] === 'createRequire';
}

export function evaluateImport(evaluator: Evaluator, source: Node, scope: Scope): ValueId {
  const value = evaluator.values[evaluator.evaluate(source, scope)];
  return value?.[0] === 'literal' && typeof value[1] === 'string' ? internImport(evaluator, value[1]) : UNKNOWN;
}

/** `Object.assign(target, …sources)` has the members of all. */
function assignedObject(evaluator: Evaluator, node: TSESTree.CallExpression, scope: Scope): ValueId {
  const known = evaluator.objectOf.get(node);
  if (known !== undefined) return known;
  const index = evaluator.objects.push({ properties: [], spreads: [] }) - 1;
  const id = internIndexed(evaluator, 'object', index);
  evaluator.objectOf.set(node, id);
  const spreads = node.arguments.map((argument) => evaluator.evaluate(argument, scope)).reverse();
  evaluator.objects[index] = { properties: [], spreads };
  return id;
}
