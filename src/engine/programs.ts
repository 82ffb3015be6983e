import type { FileNode } from './nodes.ts';
import type { ImportTarget } from './unit.ts';

/**
 * Finds the files that belong to commands: what scripts import, directly or through others, and nobody else does. Their
 * bodies run when the command starts, not when a server does. Returns the files of which it was thought otherwise.
 */
export function updatePrograms(
  all: ReadonlyMap<string, FileNode>,
  changed: Iterable<FileNode>,
  isPublic: (file: string) => boolean,
): FileNode[] {
  let isSame = true;
  for (const file of changed) {
    if (hasSameLinks(file)) continue;
    isSame = false;
    file.links = file.unit && { imports: file.unit.imports.filter(isFile), isScript: isScript(file) };
  }
  if (isSame) return [];
  const files = [...all.values()].filter(({ unit }) => unit);
  const scripts = files.filter(isScript);
  const ofCommands = scripts.length === 0 ? new Set<FileNode>() : importedFrom(scripts);
  const imported = new Set(files.flatMap(({ unit }) => (unit?.imports ?? []).filter(isFile)));
  const roots = files.filter((file) => !isScript(file) && (!imported.has(file) || isPublic(file.path)));
  const ofOthers = scripts.length === 0 ? new Set<FileNode>() : importedFrom(roots);
  return files.filter((file) => {
    const isCommand = ofCommands.has(file) && !ofOthers.has(file);
    if (isCommand === file.isCommand) return false;
    file.isCommand = isCommand;
    return true;
  });
}

/** Whether a file imports the same files as before; libraries do not matter. */
function hasSameLinks(file: FileNode): boolean {
  const { links, unit } = file;
  if (!links || !unit) return links === unit;
  const now = unit.imports.filter(isFile);
  const isAlike = links.imports.length === now.length && links.isScript === isScript(file);
  return isAlike && links.imports.every((target, index) => target === now[index]);
}

function isScript({ unit }: FileNode): boolean {
  return unit?.facts.roles.includes('script') ?? false;
}

function isFile(target: ImportTarget): target is FileNode {
  return target !== null && 'unit' in target;
}

function importedFrom(roots: readonly FileNode[]): Set<FileNode> {
  const found = new Set(roots);
  for (const { unit } of found) for (const target of unit?.imports ?? []) if (isFile(target)) found.add(target);
  return found;
}
