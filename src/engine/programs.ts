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
  markAll(all, isPublic);
  const moved: FileNode[] = [];
  for (const file of all.values()) {
    const isCommand = (file.marks & (Mark.OfCommand | Mark.OfOthers)) === Mark.OfCommand;
    if (isCommand === file.isCommand) continue;
    file.isCommand = isCommand;
    moved.push(file);
  }
  return moved;
}

/** What is found of a file; bits, because there are many files and an edit must not wait for them. */
const Mark = { Imported: 1, OfCommand: 2, OfOthers: 4 } as const;

function markAll(all: ReadonlyMap<string, FileNode>, isPublic: (file: string) => boolean): void {
  const scripts: FileNode[] = [];
  for (const file of all.values()) {
    file.marks = 0;
    if (file.links?.isScript) scripts.push(file);
  }
  if (scripts.length === 0) return;
  for (const file of all.values()) for (const target of file.links?.imports ?? []) target.marks |= Mark.Imported;
  for (const file of scripts) spread(file, Mark.OfCommand);
  for (const file of all.values()) {
    if (file.links && !file.links.isScript && !(file.marks & Mark.Imported)) spread(file, Mark.OfOthers);
  }
  // What is reached already need not be asked for.
  for (const file of all.values()) {
    if (file.links && !file.links.isScript && !(file.marks & Mark.OfOthers) && isPublic(file.path)) {
      spread(file, Mark.OfOthers);
    }
  }
}

/** Marks a file and all that it imports, directly or through others. */
function spread(root: FileNode, mark: number): void {
  const queue = [root];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (!file.links || file.marks & mark) continue;
    file.marks |= mark;
    queue.push(...file.links.imports);
  }
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
