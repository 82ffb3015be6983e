import type { FunctionNode } from '../engine/nodes.ts';
import type { Project } from '../engine/project.ts';
import { treeOf, type WitnessTree } from '../engine/witness-tree.ts';

export type { WitnessBranch, WitnessTree } from '../engine/witness-tree.ts';

/** Trees of the functions of that name or key. */
export function witnessTrees(project: Project, file: string, functionName: string): readonly WitnessTree[] {
  const isWanted = ({ facts }: FunctionNode): boolean =>
    facts.key === functionName || facts.name === functionName || facts.name.endsWith(`.${functionName}`);
  return project
    .functions(file)
    .filter(isWanted)
    .map((node) => treeOf(node));
}
