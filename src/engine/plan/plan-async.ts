import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import type { Finding } from '../../model/finding.ts';
import type { FilePlan, PlannedOperation, Stop } from '../../model/fix.ts';
import type { Range } from '../../model/range.ts';
import type { WaitingCode } from '../../model/traits.ts';
import { lastName } from '../last-name.ts';
import { callOf, EdgeKind, type Edge, type FunctionNode, type Hit } from '../nodes.ts';
import { auditUses, type Audit } from './audit.ts';
import { isOfProject, parameterUses } from './callback-takers.ts';
import { createDraft, filePlan, sameRange, stop, type Draft } from './draft.ts';
import { followResult } from './results.ts';
import { emittersOf, spiesOf, stubsOf } from './test-doubles.ts';

/** Which functions become asynchronous and which calls get awaited, so that a place in one of them can wait. */
export interface WaitPlan {
  /** The file of the place first. */
  readonly files: readonly FilePlan[];
  readonly functions: readonly FunctionNode[];
  /** Names of the asynchronous copies that are called. */
  readonly copies: readonly string[];
  readonly stops: readonly Stop[];
  readonly warnings: readonly string[];
  /** Places in tests that show whether the code waits. */
  readonly doubles: readonly string[];
}

/** The same for an operation that has an asynchronous twin. */
export interface AsyncPlan extends WaitPlan {
  readonly operation: Hit;
}

/** A change of more functions than this is a project of its own. */
const MAX_FUNCTIONS = 60;

const MODULE_BODY = 0;

/** Plans the way out of a finding through an asynchronous twin; undefined when there is no operation of the catalog. */
export function planAsync(audit: Audit, finding: Finding): AsyncPlan | undefined {
  const operation = operationOf(audit, finding);
  if (!operation || !replacementOf(operation)) return undefined;
  const draft = createDraft();
  addOperation(draft, operation, true);
  mustWait(draft, operation.node);
  return finishOperation(audit, draft, operation);
}

/** Takes further operations of the functions along. */
export function finishOperation(audit: Audit, draft: Draft, operation: Hit): AsyncPlan {
  const others = (node: FunctionNode): void => {
    for (const hit of node.hits)
      if (hit !== operation && stubsOf(audit, hit).length === 0) addOperation(draft, hit, false);
  };
  const plan = finishPlan(audit, draft, operation.node, others);
  return { operation, ...plan, doubles: [...plan.doubles, ...stubsOf(audit, operation)] };
}

/** Plans what it takes that a function waits; `visit` sees each that becomes asynchronous. */
export function planWait(
  audit: Audit,
  draft: Draft,
  waiting: FunctionNode,
  visit: (node: FunctionNode) => void = () => undefined,
): WaitPlan {
  mustWait(draft, waiting);
  return finishPlan(audit, draft, waiting, visit);
}

/** Looks for uses that the call graph does not show, and for callers that drop what they get. */
function finishPlan(audit: Audit, draft: Draft, waiting: FunctionNode, visit: (node: FunctionNode) => void): WaitPlan {
  for (const node of draft.functions) {
    if (node.index === MODULE_BODY) {
      const body = waitingCode(node)?.bodyWaits(node.file.path);
      if (body !== undefined) draft.warnings.add(body);
      continue;
    }
    visit(node);
    if (draft.copies.has(node)) continue;
    noteErrors(audit, draft, node);
    auditUses(audit, draft, node);
    followResult(audit, draft, node);
  }
  for (const node of draft.waiting) noteUnawaited(draft, node);
  const doubles = new Set(
    [...draft.functions, ...draft.waiting].flatMap((node) => [
      ...emittersOf(audit, node),
      ...(draft.copies.has(node) ? spiesOf(audit, node) : []),
    ]),
  );
  const first = waiting.file.path;
  const files = [...draft.files.values()].sort((a, b) => Number(b.file === first) - Number(a.file === first));
  return {
    files,
    functions: [...draft.functions],
    copies: [...new Set(files.flatMap(({ awaits }) => awaits.flatMap(({ copy }) => copy ?? [])))],
    stops: draft.stops,
    warnings: [...draft.warnings],
    doubles: [...doubles],
  };
}

/** The blocking call at the end of the witness path. */
export function operationOf({ files }: Audit, { path }: Finding): Hit | undefined {
  const last = path.at(-1);
  if (!last) return undefined;
  for (const node of files.get(last.file)?.unit?.functions ?? []) {
    for (const hit of node.hits) {
      const at = placeOf(hit);
      if (at && sameRange(at, last.at)) return hit;
    }
  }
  return undefined;
}

function placeOf({ node, call, operation }: Hit): Range | undefined {
  return operation >= 0 ? node.facts.operations[operation]?.at : callOf(node, call)?.at;
}

/** A loop that watches the clock becomes a timer; a call of the catalog becomes its twin. */
export function replacementOf({
  api,
  node,
  operation,
}: Hit): Pick<PlannedOperation, 'api' | 'target' | 'shape' | 'versions'> | undefined {
  if (operation >= 0) {
    const isSpin = node.facts.operations[operation]?.kind === 'spin';
    const timer = waitingCode(node)?.timer;
    return isSpin && timer !== undefined ? { api: '', target: timer, shape: 'spin' } : undefined;
  }
  const { strategy = 'advice', target = '', shape = 'same', versions } = api?.entry.replace ?? {};
  if (!api || strategy === 'advice' || waitingCode(node)?.strategies.has(strategy) !== true) return undefined;
  // A thread that keeps the interpreter to itself frees no loop.
  if ((api.entry.gil ?? 'releases') !== 'releases') return undefined;
  if (strategy === 'offload') return { api: api.name, target: '', shape: 'thread' };
  return target === '' ? undefined : { api: api.name, target, shape, versions };
}

function waitingCode({ file }: FunctionNode): WaitingCode | undefined {
  return file.unit?.traits.waitingCode;
}

/** What the function gives to its callers when it is asynchronous. */
function pendingIn(node: FunctionNode): string {
  return waitingCode(node)?.pending ?? 'a pending result';
}

export function addOperation(draft: Draft, hit: Hit, isRequired: boolean): void {
  const at = placeOf(hit);
  const replacement = replacementOf(hit);
  if (!at || !replacement) return;
  filePlan(draft, hit.node.file.path).operations.push({ at, ...replacement, isRequired });
}

/** There is going to be an `await` in the function. */
export function mustWait(draft: Draft, node: FunctionNode): void {
  const { flags } = node.facts;
  if (flags & FunctionFlag.Async) {
    draft.waiting.add(node);
    return;
  }
  if (draft.functions.has(node)) return;
  const refusal = refusalOf(node);
  if (refusal) stop(draft, refusal[0], refusal[1], node);
  else if (draft.functions.size >= MAX_FUNCTIONS) {
    stop(draft, 'too many', `more than ${MAX_FUNCTIONS} functions would become asynchronous`, node);
  }
  if (draft.stops.length > 0) return;
  draft.functions.add(node);
  const { key, name, at } = node.facts;
  const copy = draft.copies.get(node);
  filePlan(draft, node.file.path).functions.push({ key, name, at, ...(copy && { copy: copy.name }) });
  for (const edge of node.in) if (!copy || copy.callers.has(edge.from)) followCaller(draft, node, edge);
}

function refusalOf({ facts: { flags, name } }: FunctionNode): readonly [string, string] | undefined {
  if (flags & FunctionFlag.Constructor)
    return ['constructor', `${name} is a constructor, which cannot be asynchronous`];
  if (flags & FunctionFlag.Getter) return ['getter', `${name} is a getter, which cannot be asynchronous`];
  if (flags & FunctionFlag.Setter) return ['setter', `${name} is a setter, which cannot be asynchronous`];
  if (flags & FunctionFlag.Generator)
    return ['generator', `${name} is a generator: its consumers iterate synchronously`];
  return undefined;
}

export function followCaller(draft: Draft, node: FunctionNode, edge: Edge): void {
  const { from } = edge;
  const call = callOf(from, edge.call);
  const { name } = node.facts;
  if (from.index < 0 || draft.stops.length > 0) return;
  if (!call) return void draft.warnings.add(`a framework calls ${name}: it must accept ${pendingIn(node)}`);
  const plan = filePlan(draft, from.file.path);
  if (edge.isCall) {
    if (call.flags & CallFlag.New) return stop(draft, 'constructor', `${name} is called with new`, from, call);
    const copy = draft.copies.get(node)?.name;
    const known = plan.awaits.some(({ at }) => sameRange(at, call.at));
    if (!known) plan.awaits.push({ at: call.at, callee: name, ...(copy !== undefined && { copy }) });
    return mustWait(draft, from);
  }
  if (draft.copies.has(node)) return stop(draft, 'used as a value', `${name} is handed to ${call.text}`, from, call);
  followHandover(draft, node, edge, call);
}

type CallFactsOf = NonNullable<ReturnType<typeof callOf>>;

/** The function is handed to a call. */
function followHandover(draft: Draft, node: FunctionNode, edge: Edge, call: CallFactsOf): void {
  const { kind, from, entry } = edge;
  const { name, key } = node.facts;
  const plan = filePlan(draft, from.file.path);
  switch (kind) {
    case EdgeKind.Sync:
    case EdgeKind.Async:
      if (awaitParameter(draft, node, edge)) return void plan.handovers.push({ at: call.at });
      plan.callbacks.push({
        at: call.at,
        method: isOfProject(edge) ? undefined : entry?.name,
        key,
        parameters: node.facts.paramNames,
      });
      if (from.file !== node.file) noteCalledBy(draft, node, entry?.name);
      // What settles a promise may settle it later.
      return isSettling(from, entry?.name) ? undefined : mustWait(draft, from);
    case EdgeKind.Continuation:
    case EdgeKind.Later:
      plan.handovers.push({ at: call.at });
      return;
    case EdgeKind.Off:
      if (entry?.runs === 'offload' && !/^(?:describe|suite|context)\b/.test(entry.name)) {
        plan.handovers.push({ at: call.at });
        return;
      }
      return stop(draft, 'off the loop', `${call.text} runs ${name} when no loop waits for a promise`, from, call);
    case EdgeKind.Unknown:
      // Only a callback that returns nothing can be handed over as an asynchronous one.
      plan.handovers.push({ at: call.at, key: node.file === from.file ? key : '' });
      draft.warnings.add(`${name} is handed to ${call.text}, which is not known: nobody may wait for the promise`);
      return;
  }
}

/** A function of the project that calls what it is handed, or hands it on to an API, can wait for it. */
function awaitParameter(draft: Draft, node: FunctionNode, edge: Edge): boolean {
  const uses = waitingCode(node)?.waitsForAll === true ? parameterUses(node, edge) : [];
  for (const { from, call, isCalled } of uses) {
    const plan = filePlan(draft, from.file.path);
    const list = isCalled ? plan.awaits : plan.callbacks;
    if (list.some(({ at }) => sameRange(at, call.at))) continue;
    if (isCalled) plan.awaits.push({ at: call.at, callee: call.text });
    else plan.callbacks.push({ at: call.at, method: edge.entry?.name, key: '', parameters: ALL });
    mustWait(draft, from);
  }
  return uses.length > 0;
}

/** Whoever else hands a function over may take all that there is. */
const ALL = ['', '', ''];

/** What calls a function of another file cannot see what that changes. */
function noteCalledBy(draft: Draft, { file, facts }: FunctionNode, calledBy: string | undefined): void {
  const { functions } = filePlan(draft, file.path);
  const index = functions.findIndex(({ key }) => key === facts.key);
  const planned = functions[index];
  if (planned && calledBy !== undefined) functions[index] = { ...planned, calledBy };
}

/** Whoever calls it later may not look for errors in what it returns. */
function noteErrors({ rangeOf }: Audit, draft: Draft, node: FunctionNode): void {
  const { name, key, paramNames } = node.facts;
  const later = node.in.filter((edge) => isHandedOver(edge));
  for (const { from, role = 'callback' } of later) {
    const range = (of: string): string | undefined => rangeOf?.(from.file.path, of);
    const errors = waitingCode(node)?.errorsOf({ name, role, parameters: paramNames, rangeOf: range });
    if (!errors) continue;
    if (errors.stop !== undefined) stop(draft, 'callback and promise', errors.stop, node);
    const { functions } = filePlan(draft, node.file.path);
    const index = functions.findIndex((one) => one.key === key);
    const planned = functions[index];
    // Whoever calls it as well sees what it throws.
    const isOnlyHandedOver = errors.to !== undefined && later.length === node.in.length;
    if (planned && isOnlyHandedOver) functions[index] = { ...planned, errors };
    else draft.warnings.add(errors.warning);
  }
}

function isHandedOver({ from, call, kind, isCall, entry }: Edge): boolean {
  if (from.index < 0 || !callOf(from, call) || isCall) return false;
  return (kind === EdgeKind.Continuation || kind === EdgeKind.Later) && !isReaction(from, entry?.name);
}

/** Whoever gets the promise of `then` waits for what its callback returns. */
function isReaction({ file }: FunctionNode, entry = ''): boolean {
  return file.unit?.traits.reactions.has(lastName(entry)) ?? false;
}

/** `new Promise(executor)` */
function isSettling({ file }: FunctionNode, entry = ''): boolean {
  return file.unit?.traits.promise?.endsWith(`.${entry}`) ?? false;
}

/** Calls that drop the promise of a function saw its effects at once; now they come later. */
function noteUnawaited(draft: Draft, node: FunctionNode): void {
  for (const edge of node.in) {
    const call = callOf(edge.from, edge.call);
    if (!call || !edge.isCall || call.flags & CallFlag.Awaited || edge.from.index === MODULE_BODY) continue;
    filePlan(draft, edge.from.file.path).unawaited.push(call.at);
  }
}
