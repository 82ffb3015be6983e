import { childOfType, type Node, part, parts } from '../tree.ts';
import { type FixSource, functionAround, ownNodes, sliceOf } from './source.ts';

/** A name that an import statement binds. */
export interface Imported {
  /** `a.b`; relative ones begin with dots. */
  readonly module: string;
  /** Of `from module import name`; undefined is the module. */
  readonly name: string | undefined;
  readonly local: string;
  readonly item: Node;
  readonly statement: Node;
}

const cache = new WeakMap<FixSource, readonly Imported[]>();

/** All that a file imports, wherever it does. */
export function importsOf(source: FixSource): readonly Imported[] {
  let found = cache.get(source);
  if (!found) {
    const statements = [source.root, ...source.walk.functions.slice(1).map(({ node }) => node)].flatMap((fn) =>
      [...ownNodes(fn)].filter(isImport),
    );
    cache.set(source, (found = [...new Set(statements)].flatMap((statement) => importedBy(source, statement))));
  }
  return found;
}

function isImport({ type }: Node): boolean {
  return type === 'import_statement' || type === 'import_from_statement' || type === 'future_import_statement';
}

function importedBy(source: FixSource, statement: Node): Imported[] {
  const from = part(statement, 'module_name');
  return parts(statement, 'name').map((item) => {
    const name = plain(source, part(item, 'name') ?? item);
    const alias = part(item, 'alias');
    const local = alias ? sliceOf(source, alias) : undefined;
    if (from) return { module: plain(source, from), name, local: local ?? name, item, statement };
    return { module: name, name: undefined, local: local ?? name, item, statement };
  });
}

function plain(source: FixSource, node: Node): string {
  return sliceOf(source, node).replace(/[\s\\]+/g, '');
}

export function isAtTop(source: FixSource, { statement }: Pick<Imported, 'statement'>): boolean {
  return functionAround(source, statement) === source.root;
}

/** Import statements that stand in the module's body itself. */
export function topImports({ root }: FixSource): readonly Node[] {
  return root.children.filter(isImport);
}

export function moduleOf(source: FixSource, statement: Node): string {
  const from = part(statement, 'module_name');
  if (from) return plain(source, from);
  const [first] = parts(statement, 'name');
  if (!first) return statement.type === 'future_import_statement' ? '__future__' : '';
  return plain(source, part(first, 'name') ?? first);
}

export function isStar(statement: Node): boolean {
  return childOfType(statement, 'wildcard_import') !== undefined;
}
