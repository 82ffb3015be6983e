import { bind } from './scopes.ts';
import { childOfType, type Node, part, parts } from './tree.ts';
import { textOf, type Visitors, type Walk } from './walk-state.ts';

/** All specifiers of modules begin with this, so that no package of another language has the same name. */
const PREFIX = 'python:';

export const importVisitors: Visitors = {
  import_statement: (walk, node) => {
    for (const item of parts(node, 'name')) visitImport(walk, item);
  },
  import_from_statement: visitImportFrom,
  future_import_statement: () => undefined,
};

function dotted(walk: Walk, node: Node): string {
  return textOf(walk, node).replace(/[\s\\]+/g, '');
}

/** `import a.b` binds `a`; `import a.b as c` binds `a.b`. Loading a module loads the packages that it is in. */
function visitImport(walk: Walk, item: Node): void {
  const alias = part(item, 'alias');
  const name = dotted(walk, part(item, 'name') ?? item);
  const names = name.split('.');
  const [top = name] = names;
  for (let depth = 1; depth <= names.length; depth += 1) walk.loads.add(PREFIX + names.slice(0, depth).join('.'));
  if (alias) bind(walk.scope, textOf(walk, alias), { kind: 'import', specifier: PREFIX + name, name: null });
  else bind(walk.scope, top, { kind: 'import', specifier: PREFIX + top, name: null });
}

/** `from a import b`: what `a` has under that name, else the module `a.b`. */
function visitImportFrom(walk: Walk, node: Node): void {
  const module = part(node, 'module_name');
  if (!module) return;
  const specifier = PREFIX + dotted(walk, module);
  walk.loads.add(specifier);
  if (childOfType(node, 'wildcard_import')) {
    walk.stars.push(specifier);
    return;
  }
  for (const item of parts(node, 'name')) {
    const name = dotted(walk, part(item, 'name') ?? item);
    const local = part(item, 'alias');
    const submodule = specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`;
    walk.submodules.push([specifier, name, submodule]);
    bind(walk.scope, local ? textOf(walk, local) : name, { kind: 'import', specifier, name });
  }
}

export const BUILTINS = `${PREFIX}builtins`;

/** A specifier by which a file imports itself. */
export function selfSpecifier(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, '');
  return name === '__init__' ? `${PREFIX}.` : `${PREFIX}.${name}`;
}
