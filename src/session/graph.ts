import type { FunctionNode } from '../engine/nodes.ts';
import type { Project } from '../engine/project.ts';
import { treeOf, type WitnessTree } from '../engine/witness-tree.ts';

export type { WitnessBranch, WitnessTree } from '../engine/witness-tree.ts';

/** Trees of the functions of that name or key. */
export function witnessTrees(project: Project, file: string, functionName: string): readonly WitnessTree[] {
  return functionsNamed(project, file, functionName).map((node) => treeOf(node));
}

/** The functions of a file that go by a name: a key, which only one has, or a name, with or without its class. */
export function functionsNamed(project: Project, file: string, name: string): readonly FunctionNode[] {
  const functions = project.functions(file);
  const byKey = functions.filter(({ facts }) => facts.key === name);
  if (byKey.length > 0) return byKey;
  return functions.filter(({ facts }) => facts.name === name || facts.name.endsWith(`.${name}`));
}
