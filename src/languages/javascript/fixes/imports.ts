import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, sliceOf, startOffset } from '../ast.ts';
import { insert, replace, type Editor, type Wanted } from './editor.ts';
import { canonicalModule, moduleBindings, type ModuleBinding } from './modules.ts';
import type { FixSource } from './source.ts';
import { quoted, styleOf } from './style.ts';

/** Adds the imports that the new code needs and takes out those that nothing uses any more. */
export function writeImports(
  editor: Editor,
  released: ReadonlyMap<ModuleBinding, number>,
  extra: readonly string[],
): void {
  const { source, wanted } = editor;
  const unused = [...released]
    .filter(([binding, count]) => isUnused(source, binding, count))
    .map(([binding]) => binding);
  const groups = groupBySpecifier(wanted);
  const statements = new Set(unused.map(({ statement }) => statement));
  const lines: string[] = [];
  for (const [specifier, names] of groups) {
    const merged = mergeTarget(source, specifier, unused);
    if (merged) addToStatement(editor, merged, names, unused);
    else lines.push(importLine(source, specifier, names));
    if (merged) statements.delete(merged);
  }
  lines.push(...typeLines(source, wanted));
  const [after] = statements;
  const { newline } = styleOf(source);
  const block = [...lines];
  for (const statement of statements) {
    const isGone = moduleBindings(source).every(
      (binding) => binding.statement !== statement || unused.includes(binding),
    );
    if (!isGone) removeNames(editor, statement, unused);
    else if (statement === after && block.length > 0) {
      replace(editor, startOffset(statement), endOffset(statement), block.splice(0).join(newline));
    } else removeStatement(editor, statement);
  }
  if (block.length > 0) insertLines(editor, block, after);
  if (extra.length > 0) insertAfterImports(editor, extra);
}

function groupBySpecifier(wanted: readonly Wanted[]): Map<string, Wanted[]> {
  const groups = new Map<string, Wanted[]>();
  for (const want of wanted) {
    if (want.specifier === '' || want.isType) continue;
    const group = groups.get(want.specifier);
    if (group) group.push(want);
    else groups.set(want.specifier, [want]);
  }
  return groups;
}

/** Whether the uses that went away were all. */
export function isUnused({ scopes }: FixSource, { node, local }: ModuleBinding, count: number): boolean {
  const variable = scopes.variables.find(
    ({ name, identifiers }) =>
      name === local && identifiers.some(({ range }) => range[0] >= node.range[0] && range[1] <= node.range[1]),
  );
  if (variable?.identifiers.length !== 1) return false;
  return variable.references.filter(({ init }) => init !== true).length <= count;
}

/** A statement that takes names of the module in braces. */
function mergeTarget(
  source: FixSource,
  specifier: string,
  unused: readonly ModuleBinding[],
): TSESTree.ProgramStatement | undefined {
  const module = canonicalModule(specifier);
  return moduleBindings(source).find(
    (binding) =>
      canonicalModule(binding.specifier) === module &&
      !binding.isType &&
      (binding.node.type === 'ImportSpecifier' || binding.node.type === 'Property') &&
      !(
        unused.includes(binding) &&
        binding.statement.type === 'VariableDeclaration' &&
        binding.statement.declarations.length > 1
      ),
  )?.statement;
}

/** Writes the names in braces anew: those that stay in their order, then the new ones. */
function addToStatement(
  editor: Editor,
  statement: TSESTree.ProgramStatement,
  names: readonly Wanted[],
  unused: readonly ModuleBinding[],
): void {
  const { source } = editor;
  const inBraces = moduleBindings(source).filter(
    (binding) =>
      binding.statement === statement && (binding.node.type === 'ImportSpecifier' || binding.node.type === 'Property'),
  );
  const gone = inBraces.filter((binding) => unused.includes(binding));
  const added = names.map((want) => specifierText(source, want));
  const last = inBraces.at(-1)!.node;
  const [first] = gone;
  if (gone.length === 0) {
    // One name a line stays one name a line.
    const line = /(\r?\n[ \t]*)$/.exec(source.text.slice(0, startOffset(last)))?.[1];
    const joint = line === undefined ? ', ' : `,${line}`;
    insert(editor, endOffset(last), joint + added.join(joint));
    return;
  }
  replace(editor, startOffset(first!.node), endOffset(first!.node), added.join(', '));
  for (const { node } of gone.slice(1)) removeFromList(editor, node, inBraces.at(0)?.node === node);
}

function specifierText({ isModule }: FixSource, { imported, local }: Wanted): string {
  return imported === local ? local : `${imported}${isModule ? ' as ' : ': '}${local}`;
}

function importLine(source: FixSource, specifier: string, names: readonly Wanted[]): string {
  const { pad, semicolon } = styleOf(source);
  const [only] = names;
  if (names.length === 1 && only?.imported === 'default' && source.isModule) {
    return `import ${only.local} from ${quoted(source, specifier)}${semicolon}`;
  }
  const list = `{${pad}${names.map((want) => specifierText(source, want)).join(', ')}${pad}}`;
  const module = quoted(source, specifier);
  if (source.isModule || source.isTypeScript) return `import ${list} from ${module}${semicolon}`;
  return `const ${list} = require(${module})${semicolon}`;
}

function typeLines(source: FixSource, wanted: readonly Wanted[]): string[] {
  const { pad, semicolon } = styleOf(source);
  return wanted
    .filter(({ isType }) => isType)
    .map((want) => {
      const from = `from ${quoted(source, want.specifier)}${semicolon}`;
      return `import type {${pad}${specifierText(source, want)}${pad}} ${from}`;
    });
}

function removeNames(editor: Editor, statement: TSESTree.ProgramStatement, unused: readonly ModuleBinding[]): void {
  const { source } = editor;
  const all = moduleBindings(source).filter((binding) => binding.statement === statement);
  const inBraces = all.filter(({ node }) => node.type === 'ImportSpecifier' || node.type === 'Property');
  const gone = inBraces.filter((binding) => unused.includes(binding));
  // A default import beside the braces would need another form of the statement; it stays.
  if (gone.length === inBraces.length) return;
  const kept = inBraces.findIndex((binding) => !gone.includes(binding));
  gone.forEach(({ node }) => removeFromList(editor, node, inBraces.findIndex((other) => other.node === node) < kept));
}

/** Takes an element out of a list, with the comma before it or, at the start, after it. */
function removeFromList(
  editor: Editor,
  node: { readonly range: readonly [number, number] },
  isBeforeKept: boolean,
): void {
  const { text } = editor.source;
  const [start, end] = node.range;
  if (isBeforeKept) replace(editor, start, end + (/^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0), '');
  else replace(editor, start - (/\s*,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0), end, '');
}

function removeStatement(editor: Editor, statement: TSESTree.ProgramStatement): void {
  const { text } = editor.source;
  const end = endOffset(statement);
  replace(editor, startOffset(statement), end + (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0), '');
}

function insertLines(editor: Editor, lines: readonly string[], near: TSESTree.ProgramStatement | undefined): void {
  const { source } = editor;
  const { newline } = styleOf(source);
  const last = near ?? moduleBindings(source).at(-1)?.statement;
  if (last) return insert(editor, endOffset(last), lines.map((line) => newline + line).join(''));
  const [first] = source.program.body;
  const directive = source.program.body.filter((node) => 'directive' in node && node.directive !== undefined).at(-1);
  if (directive) return insert(editor, endOffset(directive), lines.map((line) => newline + line).join(''));
  const offset = first ? firstCodeOffset(source) : source.text.length;
  insert(editor, offset, lines.map((line) => line + newline).join('') + newline);
}

/** Where the first statement starts, before the comment that belongs to it. */
function firstCodeOffset({ program, comments, text }: FixSource): number {
  let offset = startOffset(program.body[0]!);
  for (const { start, end } of [...comments].reverse()) {
    if (end <= offset && /^[ \t]*\r?\n?[ \t]*$/.test(text.slice(end, offset)) && !text.startsWith('#!', start))
      offset = start;
  }
  return offset;
}

/** Statements that belong below the imports. */
function insertAfterImports(editor: Editor, lines: readonly string[]): void {
  const { source } = editor;
  const { newline } = styleOf(source);
  const last =
    source.program.body.findLast(({ type }) => type === 'ImportDeclaration') ??
    moduleBindings(source).at(-1)?.statement;
  // What takes several lines stands alone.
  const block = lines.join(lines.some((line) => line.includes(newline)) ? newline + newline : newline);
  const others = source.program.body.filter((node) =>
    /^const \w+ = (?:\w+\.)?promisify\(/.test(sliceOf(source.text, node)),
  );
  if (others.length > 0) insert(editor, endOffset(others.at(-1)!), `${newline}${block}`);
  else if (last) insert(editor, endOffset(last), `${newline}${newline}${block}`);
  else insert(editor, firstCodeOffset(source), `${block}${newline}${newline}`);
}
