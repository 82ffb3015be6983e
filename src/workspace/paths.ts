import { isAbsolute, relative, resolve, sep } from 'node:path';

/** The name of an absolute path in reports and facts: relative to the root, with `/`. Another drive's stays absolute. */
export function toRelative(root: string, path: string): string {
  const inside = path.startsWith(root + sep) ? path.slice(root.length + 1) : relative(root, path);
  return sep === '/' ? inside : inside.replaceAll(sep, '/');
}

export function toAbsolute(root: string, file: string): string {
  return sep === '/' && !isAbsolute(file) && !file.startsWith('..') ? `${root}/${file}` : resolve(root, file);
}

/** The folder of a file that is relative to the root; `` is the root. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

/** Joins a folder (`` is the root) and a relative specifier, both with `/`. Undefined when it leaves the root. */
export function joinInside(folder: string, specifier: string): string | undefined {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of specifier.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}
