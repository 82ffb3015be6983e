import { isBuiltin } from 'node:module';
import type { FileNode, FunctionNode } from '../engine/nodes.ts';
import type { Project } from '../engine/project.ts';
import type { FileFacts } from '../model/facts.ts';

/** What only a page has, and the event handlers of its elements. */
const OF_PAGES: ReadonlySet<string> = new Set(
  (
    'document window localStorage sessionStorage customElements requestAnimationFrame cancelAnimationFrame matchMedia ' +
    'HTMLElement MutationObserver IntersectionObserver ResizeObserver JSX'
  ).split(' '),
);

/** Where a file's code runs, as it and all that imports it show: in pages only, perhaps there as well, or not there. */
export function pageUse(project: Project, file: string): 'only' | 'unsure' | 'none' {
  const files = usersOf(project, file);
  if (files[0]?.unit && usesNode(files[0].unit.facts)) return 'none';
  const facts = files.flatMap(({ unit }) => unit?.facts ?? []).filter(({ roles }) => !roles.includes('test'));
  if (!facts.some(usesPage)) return 'none';
  return facts.some(usesNode) ? 'unsure' : 'only';
}

/** Whether all that the file and what imports it import are files: packages have no name that a browser knows. */
export function importsFilesOnly(project: Project, file: string): boolean {
  return usersOf(project, file).every(({ unit }) =>
    (unit?.facts.imports ?? []).every((specifier) => /^(?:[./]|https:)/.test(specifier)),
  );
}

/** Imports of a file that lead back to it: a worker that loads them would start itself. */
export function importsOfUsers(project: Project, file: string): string[] {
  const users = usersOf(project, file);
  const { facts, imports = [] } = users[0]?.unit ?? {};
  return (facts?.imports ?? []).filter((_, index) => {
    const target = imports[index];
    return target && 'functions' in target && users.includes(target);
  });
}

/** The file of a Web Worker that serves a function already, if there is one. */
export async function workerOf(
  read: (file: string) => Promise<string>,
  { file, facts }: FunctionNode,
): Promise<string | undefined> {
  const served = new RegExp(`^serve\\(${facts.name}\\)`, 'm');
  for (const { path } of [file, ...file.importers]) {
    if (/\.worker\.[cm]?[jt]s$/.test(path) && served.test(await read(path))) return path;
  }
  return undefined;
}

/** A file, and then all that import it, directly or through others. */
function usersOf(project: Project, path: string): FileNode[] {
  const [body] = project.functions(path);
  const users = new Set(body ? [body.file] : []);
  for (const user of users) for (const importer of user.importers) users.add(importer);
  return [...users];
}

function usesPage({ values }: FileFacts): boolean {
  for (let id = 0; id < values.length; id++) {
    if (values.tagAt && values.tagAt(id) !== 'global') continue;
    const value = values.at(id);
    if (value?.[0] === 'global' && OF_PAGES.has(value[1])) return true;
  }
  return false;
}

function usesNode({ imports }: FileFacts): boolean {
  return imports.some((specifier) => isBuiltin(specifier));
}
