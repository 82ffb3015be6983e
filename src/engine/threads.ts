import type { CallbackEntry, CompiledApi } from '../catalog/types.ts';
import { CallFlag, type CallFacts } from '../model/facts.ts';
import type { RuleId } from '../model/finding.ts';
import { argumentAt } from './arguments.ts';
import type { Atom } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import type { Unit } from './unit.ts';

/** An API that is handed to a place where it does no good, and the rule that says so. */
export interface Misplaced {
  readonly api: CompiledApi;
  readonly rule: RuleId;
}

/**
 * Threads of some languages take turns: an API that gives its turn to nobody stops the loop although another thread
 * runs it. One that only waits needs no process. Undefined where the code goes elsewhere, or does more than that.
 */
export function misplacedIn(
  evaluation: Evaluation,
  unit: Unit,
  call: CallFacts,
  entry: CallbackEntry | undefined,
  handed: Atom,
): Misplaced | undefined {
  if (!entry || call.flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) return undefined;
  const api = apiIn(evaluation, unit, handed);
  const place = api && placeOf(evaluation, unit, call, entry);
  if (!api || !place) return undefined;
  if (place === 'thread' && api.entry.gil === 'holds') return { api, rule: 'concurrency-for-cpu' };
  // What a file holds may be computed with over there.
  const waits = api.entry.rule === 'blocking-io' && api.entry.work !== 'file' && api.entry.cost === 'large';
  return place === 'process' && waits ? { api, rule: 'parallelism-for-io' } : undefined;
}

/** An API that is handed over itself, or in a function of the file that does nothing but call it. */
function apiIn(evaluation: Evaluation, unit: Unit, handed: Atom): CompiledApi | undefined {
  if (handed.kind === 'api') return handed.path.api;
  if (handed.kind !== 'function' || handed.node.file !== unit.file) return undefined;
  const [only, ...others] = handed.node.facts.calls;
  if (!only || others.length > 0 || handed.node.facts.loops.length > 0) return undefined;
  const { atoms, open } = evaluation.evaluate(unit, only.callee);
  const [atom] = atoms;
  return !open && atoms.length === 1 && atom?.kind === 'api' ? atom.path.api : undefined;
}

/** Where the code runs, if that is known. */
export function placeOf(
  evaluation: Evaluation,
  unit: Unit,
  call: CallFacts,
  { place, executor }: CallbackEntry,
): CallbackEntry['place'] {
  if (place !== undefined || !executor) return place;
  const id = argumentAt(call, executor);
  const { atoms, open } = id === undefined ? { atoms: [], open: true } : evaluation.evaluate(unit, id);
  const [atom] = atoms;
  if (open || atoms.length !== 1 || !atom) return undefined;
  if (atom.kind === 'literal') return atom.value === null ? 'thread' : undefined;
  const method = atom.kind === 'api' ? evaluation.paths.member(atom.path, executor.method) : null;
  return method?.callbacks[0]?.place;
}
