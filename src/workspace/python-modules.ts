import { folderOf, joinInside } from './paths.ts';
import type { Resolution } from './resolve.ts';
import type { FileSet } from './source-of.ts';

/** What every specifier of a Python module begins with; the rest is as the import statement has it. */
export const pythonPrefix = 'python:';

/** Compiled into the interpreter: no file stands in for them. */
const COMPILED = new Set('builtins sys time itertools marshal posix gc errno atexit math array cmath fcntl'.split(' '));

/**
 * Where Python modules of a project are found: `a/b.py`, or `a/b/__init__.py`. Absolute names are looked for from the
 * folders around the file that are no packages, from their `src`, and from further roots.
 */
export function createPythonResolver(
  files: FileSet,
  roots: readonly string[],
): (from: string, specifier: string) => Resolution {
  const answers = new Map<string, Resolution>();
  const packageFile = (folder: string): string | undefined => existing(files, [inFolder(folder, '__init__.py')]);
  const moduleAt = (path: string): string | undefined => existing(files, [`${path}.py`]) ?? packageFile(path);

  const relative = (folder: string, dots: number, path: string): Resolution => {
    const base = joinInside(folder, '../'.repeat(dots - 1));
    if (base === undefined) return UNRESOLVED;
    return asFile(path === '' ? packageFile(base) : moduleAt(inFolder(base, path))) ?? UNRESOLVED;
  };
  const absolute = (folder: string, name: string): Resolution => {
    const outside: Resolution = { kind: 'package', name: pythonPrefix + name };
    const [top = ''] = name.split('.');
    if (COMPILED.has(top)) return outside;
    for (const root of [...outerFolders(folder, (outer) => packageFile(outer) !== undefined), ...roots]) {
      const file = moduleAt(inFolder(root, name.replaceAll('.', '/')));
      if (file !== undefined) return { kind: 'file', path: file };
      // A package of the project that has no such module.
      if (moduleAt(inFolder(root, top)) !== undefined) return UNRESOLVED;
    }
    return outside;
  };
  return (from, specifier) => {
    const folder = folderOf(from);
    const key = `${folder}:${specifier}`;
    let answer = answers.get(key);
    if (!answer) {
      const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(specifier.slice(pythonPrefix.length)) ?? [];
      answer = dots === '' ? absolute(folder, name) : relative(folder, dots.length, name.replaceAll('.', '/'));
      answers.set(key, answer);
    }
    // `redis.py` that imports `redis` means the library.
    const isItself = answer.kind === 'file' && answer.path === from && !specifier.startsWith(`${pythonPrefix}.`);
    return isItself ? { kind: 'package', name: specifier } : answer;
  };
}

const UNRESOLVED: Resolution = { kind: 'unresolved' };

function asFile(path: string | undefined): Resolution | undefined {
  return path === undefined ? undefined : { kind: 'file', path };
}

function existing(files: FileSet, paths: readonly string[]): string | undefined {
  return paths.find((path) => files.has(path));
}

/** Folders from which the program may have been started, the nearest first. */
function outerFolders(folder: string, isPackage: (folder: string) => boolean): string[] {
  const found: string[] = [];
  for (let outer = folder; ; outer = folderOf(outer)) {
    if (!isPackage(outer)) found.push(outer, inFolder(outer, 'src'));
    if (outer === '') return found;
  }
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
