import type { FileRef } from './context.ts';

/** Why nothing is said of a file, in a sentence. Undefined if something is said, or will be. */
export async function whySilent({ folder, path, file }: FileRef): Promise<string | undefined> {
  const { project } = folder;
  if (!project) return undefined;
  const problem = project.session.facts(file)?.problem;
  if (problem) return `It cannot be read: ${problem.message}.`;
  return folder.knows(path) ? undefined : project.host.whyLeftOut(file);
}
