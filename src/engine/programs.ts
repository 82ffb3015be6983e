import type { FileRole } from '../model/facts.ts';
import { EdgeKind, type Edge, type FileLinks, type FileNode } from './nodes.ts';
import { isHandler } from './registrations.ts';
import type { ImportTarget } from './unit.ts';

/** What the manifest of a file's package says. */
export interface PackageView {
  readonly isPublic: (file: string) => boolean;
  /** It depends on something to serve others with. */
  readonly canServe: (file: string) => boolean;
  /** Modules that make commands of what was typed in a shell. */
  readonly commandLines: ReadonlySet<string>;
}

/**
 * Finds the files that belong to commands: what scripts import, directly or through others, and nobody else does. Their
 * bodies run when the command starts, not when a server does. And the files of packages that are run from a shell which
 * neither what serves in the package nor what it makes public imports: callers that nobody knows are commands there, if
 * commands import the file or the package depends on no server. And what threads import, and nobody else does: it runs there. Looks only at what the changed files import, for what is said of a file goes on to its imports.
 * Returns the files of which it was thought otherwise.
 */
export function updatePrograms(changed: Iterable<FileNode>, view: PackageView): FileNode[] {
  const roots: FileNode[] = [];
  for (const file of changed) {
    const links = linksOf(file, view.commandLines);
    if (areSame(file.links, links)) continue;
    roots.push(file);
    const before = new Set(file.links?.imports);
    const after = new Set(links?.imports);
    for (const target of before) if (!after.has(target)) target.importers.delete(file);
    for (const target of after) target.importers.add(file);
    // Those that it no longer imports may have lost what it said of them.
    roots.push(...before);
    file.links = links;
  }
  const moved: FileNode[] = [];
  for (const file of markAgain(roots, view)) {
    const isCommand = (file.marks & (Mark.OfCommand | Mark.OfOthers)) === Mark.OfCommand;
    const isElsewhere = (file.marks & (Mark.OfServer | Mark.OfPublic)) !== 0;
    // Where a package serves as well, only what its commands import is known to be theirs.
    const isTheirs = (file.marks & Mark.OfCommand) !== 0 || !view.canServe(file.path);
    const isOfTool = hasRole(file, 'tool') && !isElsewhere && isTheirs;
    const isOfWorker = (file.marks & (Mark.OfWorker | Mark.OfCommand | Mark.OfOthers)) === Mark.OfWorker;
    if (isCommand === file.isCommand && isOfTool === file.isOfTool && isOfWorker === file.isOfWorker) continue;
    file.isCommand = isCommand;
    file.isOfTool = isOfTool;
    file.isOfWorker = isOfWorker;
    moved.push(file);
  }
  return moved;
}

/** What is said of a file and all that it imports; bits, because there are many files and an edit must not wait for them. */
const Mark = { OfCommand: 1, OfOthers: 2, OfServer: 4, OfPublic: 8, OfWorker: 16 } as const;

/** Marks the roots and all that they import, directly or through others, anew; returns them. */
function markAgain(roots: readonly FileNode[], view: PackageView): Set<FileNode> {
  const region = new Set(roots);
  for (const file of region) for (const target of file.links?.imports ?? []) region.add(target);
  const queue: FileNode[] = [];
  for (const file of region) file.marks = file.links ? ownMarks(file, file.links, view) : 0;
  for (const file of region) {
    for (const importer of file.importers) if (!region.has(importer)) file.marks |= handedOn(importer, file);
    if (file.marks !== 0) queue.push(file);
  }
  for (let file = queue.pop(); file; file = queue.pop()) {
    for (const target of file.links?.imports ?? []) {
      const marks = target.marks | handedOn(file, target);
      if (marks === target.marks) continue;
      target.marks = marks;
      queue.push(target);
    }
  }
  return region;
}

/**
 * What is said of an imported file for who imports it. What makes commands is none of a library, although the package makes it
 * public. Who starts a worker names its file, but runs nothing of it.
 */
function handedOn({ marks }: FileNode, { links }: FileNode): number {
  if (!links || links.isWorker) return 0;
  return links.makesCommands ? marks & ~Mark.OfPublic : marks;
}

/** What is said of a file by itself: what nobody imports is others', as what is public is. A command that is public stays a command. */
function ownMarks(file: FileNode, links: FileLinks, { isPublic }: PackageView): number {
  const { isScript, makesCommands, isServing, setsUp, isWorker } = links;
  // A program that brings a server up at once is a server; one of many commands may do so for its user alone.
  const isServer = setsUp && (isScript || [...file.importers].some((importer) => hasRole(importer, 'script')));
  const isOpen = isPublic(file.path);
  const isOthers = !isScript && !isWorker && (isOpen || file.importers.size === 0);
  return (
    (isWorker ? Mark.OfWorker : 0) |
    (isScript || makesCommands ? Mark.OfCommand : 0) |
    (isOthers ? Mark.OfOthers : 0) |
    (isServing || isServer ? Mark.OfServer : 0) |
    (isOpen && !isScript && !makesCommands ? Mark.OfPublic : 0)
  );
}

function linksOf(file: FileNode, commandLines: ReadonlySet<string>): FileLinks | undefined {
  const { unit } = file;
  return (
    unit && {
      imports: unit.imports.filter(isFile),
      isScript: hasRole(file, 'script'),
      makesCommands: hasRole(file, 'tool') && unit.imports.some((target) => isOneOf(target, commandLines)),
      isServing: unit.functions.some(isHandler),
      setsUp: unit.functions.some((node) => node.setsUp),
      isWorker: hasRole(file, 'worker') || isStartedAsThread(file),
    }
  );
}

/** Whether another file has a thread run it. A process of its own may serve as well. */
function isStartedAsThread(file: FileNode): boolean {
  const body = file.unit?.functions[0];
  const isThread = ({ kind, from, entry }: Edge): boolean =>
    kind === EdgeKind.Off && from.file !== file && entry?.place !== 'process';
  return body?.in.some(isThread) ?? false;
}

/** Whether a file imports the same files as before; libraries do not matter. */
function areSame(before: FileLinks | undefined, now: FileLinks | undefined): boolean {
  if (!before || !now) return before === now;
  return (
    before.isScript === now.isScript &&
    before.makesCommands === now.makesCommands &&
    before.isServing === now.isServing &&
    before.setsUp === now.setsUp &&
    before.isWorker === now.isWorker &&
    before.imports.length === now.imports.length &&
    before.imports.every((target, index) => target === now.imports[index])
  );
}

function hasRole({ unit }: FileNode, role: FileRole): boolean {
  return unit?.facts.roles.includes(role) ?? false;
}

function isOneOf(target: ImportTarget, modules: ReadonlySet<string>): boolean {
  return target !== null && 'path' in target && typeof target.path === 'string' && modules.has(target.path);
}

function isFile(target: ImportTarget): target is FileNode {
  return target !== null && 'unit' in target;
}
