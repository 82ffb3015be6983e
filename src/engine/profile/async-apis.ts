import { canonicalModule, extendPath } from '../../catalog/canonical.ts';
import type { Catalog, CompiledApi } from '../../catalog/types.ts';
import { CallFlag, type CallFacts, type ValueId } from '../../model/facts.ts';
import type { WorkKind } from '../../model/work-profile.ts';
import type { Evaluation } from '../evaluation.ts';
import { followed } from '../followed.ts';
import type { FunctionNode } from '../nodes.ts';
import { targetsOf } from '../targets.ts';
import { valueOf, type Unit } from '../unit.ts';

/** What an asynchronous API is there for. */
export interface AsyncWork {
  readonly kind: Extract<WorkKind, 'wait' | 'offloaded'>;
  readonly work: string;
  readonly does?: string;
  /** It only lets time pass: alone it is no wait of the function that calls it. */
  readonly isPause?: boolean;
  /** It only makes something, which hardly takes time. */
  readonly isOwn?: boolean;
}

/** What a call of an asynchronous API waits for, as far as the catalog tells. */
export function asyncWorkOf(evaluation: Evaluation, node: FunctionNode, call: CallFacts): AsyncWork | undefined {
  const { unit } = node.file;
  if (!unit) return undefined;
  const { found } = targetsOf(evaluation, unit, followed({ evaluation, unit, node }, call.callee));
  for (const target of found) {
    if (target.kind !== 'api') continue;
    const { path, wait, callbacks } = target.path;
    if (wait) return { kind: 'wait', work: wait.work, isPause: wait.effect === 'pause', isOwn: wait.effect === 'own' };
    if (callbacks.some(({ runs }) => runs === 'offload')) return handedApi(evaluation, unit, call) ?? ELSEWHERE;
    const twin = ofTwin(evaluation.catalog, path);
    if (twin) return twin;
  }
  const name = found.length === 0 ? writtenName(evaluation.catalog, unit, call.callee) : undefined;
  return name === undefined ? undefined : ofTwin(evaluation.catalog, name);
}

/** What is done elsewhere and not known more closely. */
export const ELSEWHERE: AsyncWork = {
  kind: 'offloaded',
  work: 'another thread',
  does: 'runs code on another thread or in another process',
};

/** `to_thread(hash, password)`: an API of the catalog does its work there. */
function handedApi(evaluation: Evaluation, unit: Unit, { args }: CallFacts): AsyncWork | undefined {
  for (const id of args) {
    const [atom] = evaluation.evaluate(unit, id).atoms;
    const entry = atom?.kind === 'api' ? atom.path.api?.entry : undefined;
    if (entry) return { kind: entry.rule === 'heavy-call' ? 'offloaded' : 'wait', work: entry.work, does: entry.does };
  }
  return undefined;
}

/** The canonical name of what the catalog need not know. */
function writtenName(catalog: Catalog, unit: Unit, id: ValueId): string | undefined {
  const value = valueOf(unit, id);
  if (value[0] === 'import') return canonicalModule(catalog, unit.facts.imports[value[1]] ?? '');
  if (value[0] !== 'member' && value[0] !== 'result' && value[0] !== 'instance') return undefined;
  const base = writtenName(catalog, unit, value[1]);
  return base && extendPath(catalog, base, value[0] === 'member' ? `.${value[2]}` : '()');
}

/** Blocking APIs by asynchronous ones that do the same work. */
const twins = new WeakMap<Catalog, Map<string, CompiledApi | undefined>>();

/** An API does the work of the blocking one that has a longer name, or that it is named to replace. */
function ofTwin(catalog: Catalog, path: string): AsyncWork | undefined {
  const known = twins.get(catalog) ?? new Map<string, CompiledApi | undefined>();
  twins.set(catalog, known);
  if (!known.has(path)) known.set(path, longerNamed(catalog, path) ?? replacedBy(catalog, path));
  const entry = known.get(path)?.entry;
  // A blocking API may be named in place of a worse one.
  if (!entry || catalog.apis.has(path)) return undefined;
  if (entry.rule !== 'heavy-call') return { kind: 'wait', work: entry.work, isPause: entry.rule === 'blocking-sleep' };
  return { kind: 'offloaded', work: entry.work, does: entry.does };
}

function replacedBy(catalog: Catalog, path: string): CompiledApi | undefined {
  for (const api of catalog.apis.values()) if (api.entry.replace.target === path) return api;
  return undefined;
}

/** `readFile` beside `readFileSync`: the blocking one has the longer name. */
function longerNamed(catalog: Catalog, path: string): CompiledApi | undefined {
  if (!/\.\w+$/.test(path)) return undefined;
  let best: CompiledApi | undefined;
  for (const api of catalog.apis.values()) {
    const isLonger = api.name.startsWith(path) && /^[A-Z_]\w*$/.test(api.name.slice(path.length));
    if (isLonger && (!best || api.name.length < best.name.length)) best = api;
  }
  return best;
}

/** How long a pause is, as the source says it: the last number that is handed over. */
export function knownPause(evaluation: Evaluation, unit: Unit, { args }: CallFacts): number | undefined {
  for (const id of [...args].reverse()) {
    const [atom, ...others] = evaluation.evaluate(unit, id).atoms;
    if (others.length === 0 && atom?.kind === 'literal' && typeof atom.value === 'number') return atom.value;
  }
  return undefined;
}

/** Whether the function that makes the call waits for it, or hands it to its caller. */
export function isWaitedFor(unit: Unit, call: CallFacts, returns: readonly ValueId[]): boolean {
  if (call.flags & CallFlag.Awaited) return true;
  return returns.some((id) => {
    const value = valueOf(unit, id);
    return value[0] === 'result' && value[1] === call.callee;
  });
}
