import { FunctionFlag, type ValueId } from '../model/facts.ts';
import type { Evaluation } from './evaluation.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import { chainRoot, rootNames } from './roots.ts';
import { valueOf, type Unit } from './unit.ts';

/** What a thread of its own is good for: `waits`, only waiting is done there; `small`, nothing that takes long. */
export interface WorkerProfile {
  readonly kind: 'waits' | 'small';
  /** The source text of something that it waits for. */
  readonly example: string | undefined;
}

interface Look {
  readonly evaluation: Evaluation;
  readonly files: Set<FileNode>;
  readonly functions: Set<FunctionNode>;
  example: string | undefined;
}

/** What the code of a file does that a thread or a process runs; undefined where that is not known for sure. */
export function workerProfile(
  evaluation: Evaluation,
  file: FileNode,
): { readonly profile: WorkerProfile | undefined; readonly files: ReadonlySet<FileNode> } {
  const look: Look = { evaluation, files: new Set([file]), functions: new Set(), example: undefined };
  const { unit } = file;
  const isKnown = unit?.functions.every((node) => isLight(look, node)) ?? false;
  if (!isKnown) return { profile: undefined, files: look.files };
  const kind = look.example === undefined ? 'small' : 'waits';
  return { profile: { kind, example: look.example }, files: look.files };
}

/** Whether all that the function does is known, and none of it takes long. */
function isLight(look: Look, node: FunctionNode): boolean {
  if (look.functions.has(node)) return true;
  look.functions.add(node);
  look.files.add(node.file);
  const { unit } = node.file;
  const { facts } = node;
  if (!unit || node.index < 0 || node.hits.length > 0 || facts.matches || facts.recursion) return false;
  if (facts.flags & FunctionFlag.Loops || facts.loops.length > 0) return false;
  if (isIteration(unit, node)) return false;
  // Whoever is handed a function may call it.
  return facts.calls.every(
    ({ callee, args, text }) =>
      isLightCall(look, unit, callee, text) &&
      args.every((arg) => functionsIn(look, unit, arg).every((handed) => isLight(look, handed))),
  );
}

function functionsIn({ evaluation }: Look, unit: Unit, value: ValueId): FunctionNode[] {
  return evaluation.evaluate(unit, value).atoms.flatMap((atom) => (atom.kind === 'function' ? [atom.node] : []));
}

function isIteration(unit: Unit, { facts }: FunctionNode): boolean {
  const call = facts.argumentOf && unit.facts.functions[facts.parent]?.calls[facts.argumentOf[0]];
  const callee = call && valueOf(unit, call.callee);
  return callee?.[0] === 'member' && unit.traits.iterates.has(callee[2]);
}

function isLightCall(look: Look, unit: Unit, callee: ValueId, text: string): boolean {
  const { atoms } = look.evaluation.evaluate(unit, callee);
  const functions = functionsIn(look, unit, callee);
  if (functions.length > 0) return functions.length === atoms.length && functions.every((node) => isLight(look, node));
  if (atoms.length > 0 && atoms.every((atom) => atom.kind === 'api' && atom.path.wait)) return note(look, text);
  return isKnownName(look, unit, callee, text);
}

/** Of the language and its runtime, and done at once or there to wait; or handed over, to be called when it is done. */
function isKnownName(look: Look, unit: Unit, callee: ValueId, text: string): boolean {
  const root = chainRoot(unit, callee);
  const [module, ...names] = rootNames(unit, root);
  // `resolve()`; a method of something that was handed over may do anything.
  if (module === undefined) return valueOf(unit, root.id)[0] === 'param' && root.id === callee;
  if ([module, ...names].some((name) => unit.traits.light.has(name))) return true;
  return waits(look.evaluation, unit, [module, ...names]) && note(look, text);
}

function note(look: Look, text: string): true {
  look.example ??= text;
  return true;
}

/** Whether the functions below the name are there to wait: the module is one whose functions do. */
function waits({ catalog }: Evaluation, { traits }: Unit, names: readonly string[]): boolean {
  if (names.some((name) => traits.waiting.has(name))) return true;
  const [module = ''] = names;
  // Names without an import have no module of their own.
  if (names.length === 1) return false;
  for (const path of catalog.waits.keys()) {
    if (path.startsWith(`${module}.`) || path.startsWith(`${module}(`)) return true;
  }
  return false;
}
