import type { Node } from '../ast.ts';
import type { Editor } from './editor.ts';
import { canonicalModule, moduleBindings, specifierFor, type ModuleBinding } from './modules.ts';
import { functionAround, isNameUsed, variableAt, type FixSource } from './source.ts';

/** The local name of something that the code at `node` may use; an import for it is added when there is none. */
export function importedName(editor: Editor, node: Node, module: string, name: string, preferred = name): string {
  const { source, wanted } = editor;
  const known = moduleBindings(source).find(
    (binding) =>
      !binding.isType &&
      canonicalModule(binding.specifier) === module &&
      binding.imported === name &&
      isVisible(source, node, binding),
  );
  if (known) return known.local;
  const before = wanted.find(
    (want) => !want.isType && canonicalModule(want.specifier) === module && want.imported === name,
  );
  if (before) return before.local;
  const local = freeName(editor, preferred);
  wanted.push({ specifier: specifierFor(source, module), imported: name, local });
  return local;
}

/** The name of a whole module, where the file has one for it: `fsp` of `import fsp from 'node:fs/promises'`. */
export function moduleName(source: FixSource, node: Node, module: string): string | undefined {
  const parent = /^(.+)\/promises$/.exec(module)?.[1];
  return moduleBindings(source).find((binding) => {
    const of = canonicalModule(binding.specifier);
    const isWhole = of === module && (binding.imported === '*' || binding.imported === 'default');
    return (
      !binding.isType &&
      (isWhole || (of === parent && binding.imported === 'promises')) &&
      isVisible(source, node, binding)
    );
  })?.local;
}

function isVisible(source: FixSource, node: Node, { local, node: declared }: ModuleBinding): boolean {
  const variable = variableAt(source, node, local);
  return (
    variable?.identifiers.some(({ range }) => range[0] >= declared.range[0] && range[1] <= declared.range[1]) ?? false
  );
}

/** A name that means nothing in the file yet. */
export function freeName({ source, wanted }: Editor, preferred: string): string {
  const isFree = (name: string): boolean =>
    !isNameUsed(source, name) && !RESERVED.has(name) && !wanted.some(({ local }) => local === name);
  if (isFree(preferred)) return preferred;
  const base = preferred.endsWith('Async') ? preferred : `${preferred}Async`;
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`;
    if (isFree(name)) return name;
  }
}

/** A name for a variable of the function around a node: it means nothing there, and nothing in the function uses it. */
export function freeNameAround(source: FixSource, node: Node, preferred: string): string {
  const fn = functionAround(source, node);
  const inside = source.scopes.scopes.filter(
    ({ block }) => block.range[0] >= fn.range[0] && block.range[1] <= fn.range[1],
  );
  const isTaken = (name: string): boolean =>
    variableAt(source, node, name) !== undefined ||
    inside.some((scope) => scope.set.has(name) || scope.through.some(({ identifier }) => identifier.name === name));
  for (let count = 1; ; count++) {
    const name = count === 1 ? preferred : `${preferred}${count}`;
    if (!isTaken(name)) return name;
  }
}

const RESERVED = new Set(['delete', 'import', 'export', 'default', 'new', 'in', 'typeof', 'void', 'with', 'await']);
