import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  enterFolder,
  isForeignFolder,
  isSourceFile,
  type FolderState,
  type LeftOutKind,
  type PathKind,
} from './file-kinds.ts';
import { mapLimited } from './map-limited.ts';
import { pythonManifests } from './python-projects.ts';
import { addIgnoreFile, isIgnored, type IgnoreRules } from './gitignore.ts';

/** What a walk looks for and whom it tells. */
export interface Walk {
  /** What the user excludes, whatever an ignore file says. */
  readonly exclude: IgnoreRules | undefined;
  /** Folders of other kinds are not entered. */
  readonly kinds: ReadonlySet<PathKind>;
  readonly onFile: (path: string, folder: FolderState) => void;
  readonly onPackage: (path: string) => void;
  readonly onPythonProject: (path: string) => void;
  readonly onLeftOut: (kind: LeftOutKind, path: string) => void;
  readonly onUnreadable: (path: string, reason: string) => void;
}

interface Folder {
  readonly path: string;
  /** The ignore rules of the folders above. */
  readonly outer: IgnoreRules | undefined;
  readonly state: FolderState;
}

/**
 * Visits the folder and those below it. Links are not followed: their target is visited under its own path if it
 * belongs to the project, and so cycles cannot occur.
 */
export async function walk(path: string, outer: IgnoreRules | undefined, state: FolderState, target: Walk) {
  let level: Folder[] = [{ path, outer, state }];
  while (level.length > 0) level = (await mapLimited(level, (folder) => visitFolder(folder, target))).flat();
}

/** Returns the folders to visit next. */
async function visitFolder({ path, outer, state }: Folder, target: Walk): Promise<Folder[]> {
  const entries = await readEntries(path, target);
  // A virtual environment of Python, whatever it is called.
  if (entries.some(({ name }) => name === 'pyvenv.cfg')) return [];
  const hasRules = entries.some((entry) => entry.name === '.gitignore');
  const rules = hasRules ? await addIgnoreFile(outer, path, join(path, '.gitignore')) : outer;
  const below: Folder[] = [];
  for (const entry of entries) {
    const entryPath = join(path, entry.name);
    if (entry.isDirectory()) {
      const inner = stateToEnter(entryPath, entry.name, rules, state, target);
      if (inner !== undefined) below.push({ path: entryPath, outer: rules, state: inner });
    } else if (entry.isFile()) {
      visitFile(entryPath, entry.name, rules, state, target);
    }
  }
  return below;
}

function stateToEnter(
  path: string,
  name: string,
  rules: IgnoreRules | undefined,
  state: FolderState,
  target: Walk,
): FolderState | undefined {
  if (isForeignFolder(name)) return undefined;
  const inner = enterFolder(state, name);
  if (inner.kind !== 'product' && !target.kinds.has(inner.kind)) target.onLeftOut(inner.kind, path);
  else if (isLeftOut(rules, target, path, true)) target.onLeftOut('ignored', path);
  else return inner;
  return undefined;
}

function visitFile(path: string, name: string, rules: IgnoreRules | undefined, state: FolderState, target: Walk): void {
  if (name === 'package.json') target.onPackage(path);
  if (pythonManifests.has(name)) target.onPythonProject(path);
  if (!isSourceFile(name)) return;
  if (isLeftOut(rules, target, path, false)) target.onLeftOut('ignored', path);
  else target.onFile(path, state);
}

function isLeftOut(rules: IgnoreRules | undefined, { exclude }: Walk, path: string, isFolder: boolean): boolean {
  return isIgnored(rules, path, isFolder) || isIgnored(exclude, path, isFolder);
}

async function readEntries(folder: string, target: Walk): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    target.onUnreadable(
      folder,
      `the folder cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
    );
    return [];
  }
}
