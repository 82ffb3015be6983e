import type { JoinFacts, ValueId } from '../../model/facts.ts';
import { calleeText, isFunctionNode, type Node, staticName, unwrap } from './ast.ts';
import { calleeValue, evaluate } from './evaluate.ts';
import { type LineStarts, rangeOf } from './lines.ts';
import type { CallRecord, FunctionRecord, Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Evaluator, UNKNOWN } from './value-table.ts';

const JOINS = new Set(['all', 'allSettled', 'race', 'any']);

/** Where a function waits for several promises together, if it is known what makes each of them. */
export function collectJoins(evaluator: Evaluator, record: FunctionRecord, starts: LineStarts): JoinFacts[] {
  const joins: JoinFacts[] = [];
  for (const call of record.calls) {
    const made = isJoin(call) && call.args[0] ? jobsOf(evaluator, call.args[0], call.scope) : undefined;
    if (!made || made.jobs.includes(UNKNOWN)) continue;
    const text = calleeText(evaluator.walk.source, call.callee as Node);
    joins.push({ ...made, at: rangeOf(starts, call.at), flags: call.flags, text });
  }
  return joins;
}

function isJoin({ callee, name, scope }: CallRecord): boolean {
  if (!JOINS.has(name) || callee?.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return callee.object.name === 'Promise' && !lookUp(scope, 'Promise');
}

interface Jobs {
  readonly jobs: readonly ValueId[];
  readonly each: boolean;
}

function jobsOf(evaluator: Evaluator, list: Node, scope: Scope): Jobs | undefined {
  const node = unwrap(list);
  if (node.type === 'ArrayExpression') {
    const jobs = node.elements.map((element) => (element ? jobOf(evaluator, element, scope) : UNKNOWN));
    return jobs.length > 1 ? { jobs, each: false } : undefined;
  }
  if (node.type === 'Identifier') {
    const [write, ...others] = lookUp(scope, node.name)?.writes ?? [];
    if (write?.kind !== 'expression' || write.path.length > 0 || others.length > 0) return undefined;
    const first = unwrap(write.node);
    if (first.type === 'Identifier') return undefined;
    const isFilled = first.type === 'ArrayExpression' && first.elements.length === 0;
    return isFilled ? pushedJobs(evaluator, node.name, scope) : jobsOf(evaluator, first, write.scope);
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const name = staticName(node.callee.property, node.callee.computed);
  const callback = name === 'map' ? node.arguments[0] : name === 'from' ? node.arguments[1] : undefined;
  return callback && { jobs: [evaluate(evaluator, callback, scope)], each: true };
}

/** `const jobs = []; for (const item of items) jobs.push(start(item));` */
function pushedJobs(evaluator: Evaluator, name: string, scope: Scope): Jobs | undefined {
  const list = lookUp(scope, name);
  const pushes = evaluator.walk.growths.filter((growth) => growth.name === name && lookUp(growth.scope, name) === list);
  const jobs = pushes.flatMap((push) => push.added.map((job) => jobOf(evaluator, job, push.scope)));
  const each = pushes.some(({ loop }) => loop !== null);
  return jobs.length > 1 || (each && jobs.length > 0) ? { jobs, each } : undefined;
}

/** What is called to make one promise; of `new Promise(executor)` it is the executor. */
function jobOf(evaluator: Evaluator, element: Node, scope: Scope): ValueId {
  const node = unwrap(element);
  if (node.type === 'CallExpression') return calleeValue(evaluator, unwrap(node.callee), scope);
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'Promise')
    return UNKNOWN;
  const [executor] = node.arguments;
  return executor && isFunctionNode(executor) ? evaluate(evaluator, executor, scope) : UNKNOWN;
}
