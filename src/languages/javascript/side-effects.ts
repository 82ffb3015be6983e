import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import { lastName, type Node, staticName, unwrap } from './ast.ts';
import { QUIET_GLOBALS } from './builtins.ts';
import type { Binding, CallRecord, FunctionRecord, Scope } from './records.ts';
import { forEachTarget, lookUp } from './scopes.ts';
import { LOG } from './logs.ts';
import type { Visitors, Walk } from './walk-state.ts';

/** What functions change beside their own variables: it decides whether calls of them may change places. */

/** Built-in methods that only look at what they are called on, functions that they are handed apart. */
const LOOKING = new Set(
  (
    'map filter forEach find findIndex findLast some every reduce flatMap flat slice concat join includes indexOf at ' +
    'keys values entries has toSorted toReversed trim trimEnd trimStart split substring substr charAt charCodeAt ' +
    'codePointAt startsWith endsWith padStart padEnd replace replaceAll match matchAll test toLowerCase toUpperCase ' +
    'toString toFixed toISOString toJSON getTime valueOf localeCompare normalize repeat hasOwnProperty then catch finally'
  ).split(' '),
);
/** Built-in methods that change what they are called on. */
const CHANGING = new Set('push pop shift unshift splice sort reverse fill add set delete append clear'.split(' '));
const CHANGING_FUNCTIONS = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'freeze']);

/** What is said of a failure, and to whom, hangs on no order; what is waited for then may. */
export function isComplaint({ flags }: CallRecord): boolean {
  return (flags & CallFlag.OnFailure) !== 0 && (flags & CallFlag.Awaited) === 0;
}

/** Levels of a log that nobody reads in order. */
const DETAIL = new Set(['debug', 'trace', 'verbose', 'silly']);

/** A call of something built in that changes nothing beside the function's own values. */
export function isQuiet(fn: FunctionRecord, { callee, name: method, isNew, scope }: CallRecord): boolean {
  if (!callee || method === '') return false;
  const { type } = callee;
  if (type === 'Identifier') return QUIET_GLOBALS.has(method) && !lookUp(scope, method);
  if (type !== 'MemberExpression' || isNew) return false;
  const object = unwrap(callee.object);
  if (object.type === 'Identifier' && QUIET_GLOBALS.has(object.name) && !lookUp(scope, object.name)) {
    return !CHANGING_FUNCTIONS.has(method);
  }
  if (LOOKING.has(method) || (CHANGING.has(method) && isOwn(fn, object, scope))) return true;
  return DETAIL.has(method) && LOG.test(lastName(object));
}

/** `Date.now()`, `new Date()`. */
export function readsClock({ callee, args, isNew, scope }: CallRecord): boolean {
  const object = callee?.type === 'MemberExpression' ? callee.object : callee;
  if (object?.type !== 'Identifier' || object.name !== 'Date' || lookUp(scope, 'Date')) return false;
  return callee?.type === 'MemberExpression'
    ? staticName(callee.property, callee.computed) === 'now'
    : isNew && args.length === 0;
}

/** Something that the function made itself, so that nobody else sees it change. */
function isOwn(fn: FunctionRecord, object: Node, scope: Scope): boolean {
  let root = unwrap(object);
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const binding = root.type === 'Identifier' ? lookUp(scope, root.name) : undefined;
  return binding?.scope.fn === fn && binding.writes.every(isFresh);
}

/** `this.status = status` in a constructor. */
function isBeingMade({ flags }: FunctionRecord, object: Node): boolean {
  return (flags & FunctionFlag.Constructor) !== 0 && unwrap(object).type === 'ThisExpression';
}

function isFresh(write: Binding['writes'][number]): boolean {
  if (write.kind !== 'expression' || write.path.length > 0) return false;
  switch (unwrap(write.node).type) {
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'NewExpression':
    case 'CallExpression':
    case 'AwaitExpression':
    case 'Literal':
    case 'TemplateLiteral':
      return true;
    default:
      return false;
  }
}

/** Notes down that a function changes something that outlives it. */
export function noteChange(walk: Walk, target: Node): void {
  if (walk.fn.flags & FunctionFlag.TouchesOutside) return;
  forEachTarget(unwrap(target), undefined, (place) => {
    const isInside =
      place.type === 'Identifier'
        ? lookUp(walk.scope, place.name)?.scope.fn === walk.fn
        : isOwn(walk.fn, place.object, walk.scope) || isBeingMade(walk.fn, place.object);
    if (!isInside) walk.fn.flags |= FunctionFlag.TouchesOutside;
  });
}

export const changeVisitors: Visitors = {
  UpdateExpression: (walk, node) => {
    noteChange(walk, node.argument);
    walk.visit(node.argument);
  },
  UnaryExpression: (walk, node) => {
    if (node.operator === 'delete') noteChange(walk, node.argument);
    walk.visit(node.argument);
  },
};
