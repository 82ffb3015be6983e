import type { WitnessBranch, WitnessTree } from '../../session/graph.ts';
import { UserError } from '../errors.ts';
import { openProject } from '../open-project.ts';
import { print } from '../output.ts';
import { parsePlace, pathBelow, projectAround } from '../place.ts';
import type { ProjectOptions } from '../project-options.ts';

/** Prints what a function blocks on, through which calls. */
export async function graph(place: string, options: ProjectOptions): Promise<void> {
  const { file, name } = parsePlace(place);
  const { session, host } = await openProject([projectAround(file), file], {
    includeTests: true,
    includeTooling: true,
    ...options,
  });
  await session.update();
  const trees = session.graph(pathBelow(host.root, file), name);
  if (trees.length === 0) throw new UserError(`${file} has no function "${name}", or is not analysed`);
  await print(trees.map((tree) => renderTree(tree)).join('\n'));
}

function renderTree(tree: WitnessTree): string {
  const role = tree.role === undefined ? '' : ` (${tree.role})`;
  const head = `${tree.name}${role}  ${tree.file}:${tree.at[0] + 1}`;
  if (tree.branches.length === 0) return `${head}\n  nothing that blocks\n`;
  return `${head}\n${renderBranches(tree.branches, '')}`;
}

function renderBranches(branches: readonly WitnessBranch[], indent: string): string {
  return branches
    .map((branch, index) => {
      const isLast = index === branches.length - 1;
      const { target, operation } = branch;
      const what = operation ? `${operation.name}: ${operation.does}` : describeTarget(target);
      const line = `${indent}${isLast ? '└─' : '├─'} ${branch.call}  line ${branch.at[0] + 1}  ${what}\n`;
      return line + renderBranches(target?.branches ?? [], `${indent}${isLast ? '   ' : '│  '}`);
    })
    .join('');
}

function describeTarget(target: WitnessTree | undefined): string {
  if (!target) return '';
  return `→ ${target.name}  ${target.file}:${target.at[0] + 1}${target.isRepeated ? '  (see above)' : ''}`;
}
