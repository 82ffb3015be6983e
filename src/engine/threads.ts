import type { CallbackEntry, CompiledApi } from '../catalog/types.ts';
import { CallFlag, type CallFacts } from '../model/facts.ts';
import { argumentAt } from './arguments.ts';
import type { Atom } from './atoms.ts';
import type { Evaluation } from './evaluation.ts';
import type { Unit } from './unit.ts';

/**
 * The API that stops the loop although another thread runs it: threads of some languages take turns, and it gives its
 * turn to nobody until it is done. Undefined where the code goes elsewhere, or does more than that.
 */
export function stoppingInThread(
  evaluation: Evaluation,
  unit: Unit,
  call: CallFacts,
  entry: CallbackEntry | undefined,
  handed: Atom,
): CompiledApi | undefined {
  if (!entry || call.flags & (CallFlag.OffLoop | CallFlag.BeforeExit)) return undefined;
  const api = apiIn(evaluation, unit, handed);
  return api?.entry.gil === 'holds' && isThread(evaluation, unit, call, entry) ? api : undefined;
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

/** Whether the code runs in a thread of this process. */
function isThread(evaluation: Evaluation, unit: Unit, call: CallFacts, { place, executor }: CallbackEntry): boolean {
  if (place !== undefined || !executor) return place === 'thread';
  const id = argumentAt(call, executor);
  const { atoms, open } = id === undefined ? { atoms: [], open: true } : evaluation.evaluate(unit, id);
  const [atom] = atoms;
  if (open || atoms.length !== 1 || !atom) return false;
  if (atom.kind === 'literal') return atom.value === null;
  const method = atom.kind === 'api' ? evaluation.paths.member(atom.path, executor.method) : null;
  return method?.callbacks.some((other) => other.place === 'thread') ?? false;
}
