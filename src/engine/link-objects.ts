import type { ObjectEntry } from '../catalog/types.ts';
import type { PropertyFacts, ValueId } from '../model/facts.ts';
import { consult, type Evaluation } from './evaluation.ts';
import { addEdge } from './graph.ts';
import { EdgeKind, type FunctionNode } from './nodes.ts';
import type { Unit } from './unit.ts';

/**
 * Marks the functions of plugins of bundlers and of commands, and the files that workers run, where the names of what objects
 * hold tell of them.
 */
export function linkObjects(evaluation: Evaluation, unit: Unit): void {
  for (const { properties } of unit.facts.objects) {
    linkHolder(evaluation, unit, properties);
    for (const [name, id] of properties) if (WORKER_FILE.test(name)) linkWorker(evaluation, unit, id);
  }
  for (const { members } of unit.facts.classes) linkHolder(evaluation, unit, members);
}

/** `{ workerModule: path.join(__dirname, 'worker.js') }`: an option of pools of threads that the catalog does not know. */
const WORKER_FILE = /^worker_?(?:entry|file|file_?name|module|path|script|url)$/i;

function linkWorker(evaluation: Evaluation, unit: Unit, id: ValueId): void {
  const [from] = unit.functions;
  for (const atom of evaluation.evaluate(unit, id).atoms) {
    if (atom.kind !== 'namespace' || atom.file === unit.file) continue;
    consult(evaluation, unit, atom.file);
    const to = atom.file.unit?.functions[0];
    if (from && to) addEdge({ from, to, call: -1, kind: EdgeKind.Off, likely: false, isSite: false });
  }
}

function linkHolder(evaluation: Evaluation, unit: Unit, properties: readonly PropertyFacts[]): void {
  if (properties.length === 0) return;
  const names = new Set(properties.map(([name]) => name));
  for (const entry of evaluation.catalog.objects) {
    if (!entry.any.some((name) => names.has(name)) || entry.with?.every((name) => names.has(name)) === false) continue;
    for (const [name, id] of properties) {
      if (entry.methods.includes(name)) markFunctions(evaluation, unit, id, entry);
    }
  }
}

function markFunctions(evaluation: Evaluation, unit: Unit, id: ValueId, entry: ObjectEntry): void {
  for (const atom of evaluation.evaluate(unit, id).atoms) {
    if (atom.kind === 'function' && atom.node.file === unit.file) {
      if (takesNamed(atom.node, entry)) atom.node.isOfCommand = true;
    } else if (atom.kind === 'object' && atom.file === unit.file) {
      const inner = unit.facts.objects[atom.index]?.properties.find(([name]) => name === 'handler');
      if (inner) markFunctions(evaluation, unit, inner[1], entry);
    }
  }
}

/** Whether the first parameters have the names that the entry asks for. */
export function takesNamed(
  { facts: { paramNames } }: FunctionNode,
  { params }: { readonly params?: readonly string[] },
): boolean {
  return !params || params.every((name, index) => paramNames[index] === name);
}
