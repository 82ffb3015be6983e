import type { FileRole } from '../model/facts.ts';
import type { FileLinks, FileNode } from './nodes.ts';
import { isHandler } from './registrations.ts';
import type { ImportTarget } from './unit.ts';

/** What the manifest of a file's package says. */
export interface PackageView {
  readonly isPublic: (file: string) => boolean;
  /** It depends on something to serve others with. */
  readonly canServe: (file: string) => boolean;
}

/**
 * Finds the files that belong to commands: what scripts import, directly or through others, and nobody else does. Their
 * bodies run when the command starts, not when a server does. And the files of packages that are run from a shell and
 * depend on no server, which neither what serves in the package nor what it makes public imports: callers that nobody
 * knows are commands there. Returns the files of which it was thought otherwise.
 */
export function updatePrograms(
  all: ReadonlyMap<string, FileNode>,
  changed: Iterable<FileNode>,
  { isPublic, canServe }: PackageView,
): FileNode[] {
  let isSame = true;
  for (const file of changed) {
    const links = linksOf(file);
    if (areSame(file.links, links)) continue;
    isSame = false;
    file.links = links;
  }
  if (isSame) return [];
  markAll(all, isPublic);
  const moved: FileNode[] = [];
  for (const file of all.values()) {
    const isCommand = (file.marks & (Mark.OfCommand | Mark.OfOthers)) === Mark.OfCommand;
    const isOfTool = hasRole(file, 'tool') && !(file.marks & (Mark.OfServer | Mark.OfPublic)) && !canServe(file.path);
    if (isCommand === file.isCommand && isOfTool === file.isOfTool) continue;
    file.isCommand = isCommand;
    file.isOfTool = isOfTool;
    moved.push(file);
  }
  return moved;
}

/** What is found of a file; bits, because there are many files and an edit must not wait for them. */
const Mark = { Imported: 1, OfCommand: 2, OfOthers: 4, OfServer: 8, OfPublic: 16 } as const;

function markAll(all: ReadonlyMap<string, FileNode>, isPublic: (file: string) => boolean): void {
  const scripts: FileNode[] = [];
  let hasTools = false;
  for (const file of all.values()) {
    file.marks = 0;
    if (file.links?.isScript) scripts.push(file);
    hasTools ||= hasRole(file, 'tool');
  }
  if (hasTools) markTools(all, isPublic);
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

function markTools(all: ReadonlyMap<string, FileNode>, isPublic: (file: string) => boolean): void {
  for (const file of all.values()) {
    if (file.links?.isServing) spread(file, Mark.OfServer);
    if (!(file.marks & Mark.OfPublic) && isPublic(file.path)) spread(file, Mark.OfPublic);
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

function linksOf(file: FileNode): FileLinks | undefined {
  const { unit } = file;
  return (
    unit && {
      imports: unit.imports.filter(isFile),
      isScript: hasRole(file, 'script'),
      isServing: unit.functions.some(isHandler),
    }
  );
}

/** Whether a file imports the same files as before; libraries do not matter. */
function areSame(before: FileLinks | undefined, now: FileLinks | undefined): boolean {
  if (!before || !now) return before === now;
  const isAlike = before.isScript === now.isScript && before.isServing === now.isServing;
  return (
    isAlike &&
    before.imports.length === now.imports.length &&
    before.imports.every((target, index) => target === now.imports[index])
  );
}

function hasRole({ unit }: FileNode, role: FileRole): boolean {
  return unit?.facts.roles.includes(role) ?? false;
}

function isFile(target: ImportTarget): target is FileNode {
  return target !== null && 'unit' in target;
}
