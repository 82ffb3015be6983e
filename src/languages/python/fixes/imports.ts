import { lineOf } from '../../lines.ts';
import { type Node, parts } from '../tree.ts';
import { type Editor, insert, replace, type Wanted } from './editor.ts';
import { type Imported, importsOf, isAtTop, isStar, moduleOf, topImports } from './import-list.ts';
import { bindingAt, descendants, type FixSource, sliceOf } from './source.ts';
import { isStandard } from './stdlib.ts';

/** Adds the imports that the new code needs, where they are sorted to, and takes out those that nothing uses any more. */
export function writeImports(editor: Editor): void {
  const { source, wanted } = editor;
  const gone = unusedImports(editor);
  const added = new Map<Node, string[]>();
  const lines: Line[] = [];
  for (const [key, wants] of grouped(wanted)) {
    const [first] = wants;
    const target = first?.name === undefined ? undefined : mergeTarget(source, first.module);
    if (target) added.set(target, wants.map(textOf));
    else if (first)
      lines.push({
        text: key.startsWith('from') ? `${key} ${wants.map(textOf).sort().join(', ')}` : key,
        module: first.module,
        isFrom: first.name !== undefined,
      });
  }
  for (const statement of new Set([...gone.map((imported) => imported.statement), ...added.keys()])) {
    const isReplaced = lines.some(({ module }) => sectionOf(module) === sectionOf(moduleOf(source, statement)));
    rewriteStatement(editor, statement, gone, added.get(statement) ?? [], isReplaced);
  }
  const kept = topImports(source).filter((statement) => !isGone(source, statement, gone) || added.has(statement));
  insertLines(editor, lines, kept);
  insertHelpers(editor);
}

/** Definitions that the new code uses go below the imports at the top. */
function insertHelpers(editor: Editor): void {
  const { source, helpers } = editor;
  const { newline } = source;
  const texts = [...helpers.values()].filter((text) => text !== '');
  if (texts.length === 0) return;
  const last = topImports(source).at(-1);
  const block = texts.join(newline + newline + newline);
  if (last) {
    const end = lineEnd(source, last);
    // Two empty lines stand around a function; one at least is there already.
    const gap = /^(?:[ \t]*\r?\n){2}/.test(source.text.slice(end)) ? '' : newline;
    insert(editor, end, newline + newline + block + newline + gap);
  } else insert(editor, firstCodeOffset(source), block + newline + newline + newline);
}

interface Line {
  readonly text: string;
  readonly module: string;
  readonly isFrom: boolean;
}

/** By the beginning of the statement. */
function grouped(wanted: readonly Wanted[]): Map<string, Wanted[]> {
  const groups = new Map<string, Wanted[]>();
  for (const want of wanted) {
    const { module, name, local } = want;
    const key =
      name !== undefined ? `from ${module} import` : `import ${module}${local === module ? '' : ` as ${local}`}`;
    groups.set(key, [...(groups.get(key) ?? []), want]);
  }
  return groups;
}

function textOf({ name = '', local }: Wanted): string {
  return name === local ? name : `${name} as ${local}`;
}

/** A statement at the top that takes names of the module. */
function mergeTarget(source: FixSource, module: string): Node | undefined {
  return topImports(source).find(
    (statement) =>
      statement.type === 'import_from_statement' && !isStar(statement) && moduleOf(source, statement) === module,
  );
}

/** Imports whose last uses went away. */
function unusedImports({ source, released }: Editor): Imported[] {
  if (/(?:^|\/)__init__\.py$/.test(source.path)) return [];
  const gone = new Set(released.map(({ start }) => start));
  const names = new Set(released.map((node) => sliceOf(source, node)));
  return importsOf(source).filter((imported) => {
    const [local = ''] = imported.local.split('.');
    if (
      !names.has(local) ||
      !isAtTop(source, imported) ||
      source.text.includes(`'${local}'`) ||
      source.text.includes(`"${local}"`)
    )
      return false;
    if (importsOf(source).filter((other) => other.local.split('.')[0] === local).length > 1) return false;
    return [...descendants(source.root)].every(
      (node) =>
        node.type !== 'identifier' ||
        gone.has(node.start) ||
        sliceOf(source, node) !== local ||
        within(node, imported.statement) ||
        node.field === 'attribute' ||
        bindingAt(source, node, local)?.scope.kind !== 'module',
    );
  });
}

function within(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function isGone(source: FixSource, statement: Node, gone: readonly Imported[]): boolean {
  return importsOf(source).every((imported) => imported.statement !== statement || gone.includes(imported));
}

/** Takes names out of a statement and puts others in, sorted if they were. */
function rewriteStatement(
  editor: Editor,
  statement: Node,
  gone: readonly Imported[],
  added: readonly string[],
  isReplaced: boolean,
): void {
  const { source } = editor;
  const items = parts(statement, 'name');
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return;
  const kept = items
    .filter((item) => !gone.some((imported) => imported.item === item))
    .map((item) => sliceOf(source, item));
  if (kept.length + added.length === 0) {
    removeStatement(editor, statement, isReplaced);
    return;
  }
  const before = items.map((item) => sliceOf(source, item));
  const wasSorted = before.every((text, index) => index === 0 || order(before[index - 1]!) <= order(text));
  const after = [...kept, ...added];
  if (wasSorted) after.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  // One name a line stays one name a line.
  const gap = items[1] && /\n[ \t]*$/.exec(source.text.slice(first.end, items[1].start))?.[0];
  replace(
    editor,
    first.start,
    last.end,
    after.join(gap === undefined ? ', ' : `,${source.newline.replace('\n', '')}${gap}`),
  );
}

function order(text: string): string {
  return text.toLowerCase();
}

/** With the empty line behind it, where nothing stays in its section. */
function removeStatement(editor: Editor, statement: Node, isReplaced: boolean): void {
  const { source } = editor;
  const { start, end } = statement;
  const rest = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(source.text.slice(end))?.[0];
  if (rest === undefined) {
    replace(editor, start, end + (/^[ \t]*;[ \t]*/.exec(source.text.slice(end))?.[0].length ?? 0), '');
    return;
  }
  const before = source.text.slice(0, start);
  const isAlone = !isReplaced && (before === '' || /\n[ \t]*\r?\n$/.test(before));
  const gap = isAlone ? (/^(?:[ \t]*\r?\n)+/.exec(source.text.slice(end + rest.length))?.[0].length ?? 0) : 0;
  replace(editor, start, end + rest.length + gap, '');
}

/** Sections in the order of the language's style guide. */
function sectionOf(module: string): number {
  if (module === '__future__') return 0;
  if (isStandard(module)) return 1;
  return module.startsWith('.') ? 3 : 2;
}

function insertLines(editor: Editor, lines: readonly Line[], kept: readonly Node[]): void {
  const { source } = editor;
  const { newline } = source;
  const sorted = [...lines].sort(
    (a, b) =>
      sectionOf(a.module) - sectionOf(b.module) ||
      Number(a.isFrom) - Number(b.isFrom) ||
      (a.module < b.module ? -1 : 1),
  );
  if (sorted.length === 0) return;
  if (kept.length === 0) {
    const offset = firstCodeOffset(source);
    const isAlone = topImports(source).length > 0;
    insert(
      editor,
      offset,
      sorted.map(({ text }) => text + newline).join('') +
        (isAlone || offset >= source.text.length ? '' : newline + newline),
    );
    return;
  }
  for (const line of sorted) {
    const { offset, before, after } = placeOf(source, line, kept);
    insert(editor, offset, before + line.text + after);
  }
}

interface Place {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** Where among the imports a line belongs. */
function placeOf(source: FixSource, line: Line, kept: readonly Node[]): Place {
  const { newline } = source;
  const section = sectionOf(line.module);
  const same = kept.filter((statement) => sectionOf(moduleOf(source, statement)) === section);
  if (same.length === 0) {
    const next = kept.find((statement) => sectionOf(moduleOf(source, statement)) > section);
    if (next) return { offset: lineStart(source, next), before: '', after: newline + newline };
    return { offset: lineEnd(source, kept.at(-1)!), before: newline, after: newline };
  }
  const rank = (isFrom: boolean, module: string): string =>
    (isMixed(source, same) ? '' : isFrom ? '1' : '0') + order(module);
  const own = rank(line.isFrom, line.module);
  const next = same.find((statement) => rank(statement.type !== 'import_statement', moduleOf(source, statement)) > own);
  if (next) return { offset: lineStart(source, next), before: '', after: newline };
  return { offset: lineEnd(source, same.at(-1)!), before: '', after: newline };
}

/** Whether `import` and `from` are sorted together, by the module. */
function isMixed(source: FixSource, statements: readonly Node[]): boolean {
  const kinds = statements.map(({ type }) => type === 'import_statement');
  const modules = statements.map((statement) => order(moduleOf(source, statement)));
  const from = kinds.indexOf(false);
  return (
    from >= 0 &&
    kinds.includes(true, from) &&
    modules.every((module, index) => index === 0 || modules[index - 1]! <= module)
  );
}

function lineStart({ starts }: FixSource, node: Node): number {
  return starts[lineOf(starts, node.start)] ?? 0;
}

/** Behind the line break after a statement. */
function lineEnd({ starts, text }: FixSource, node: Node): number {
  return starts[lineOf(starts, node.end) + 1] ?? text.length;
}

/** Where the first statement starts: below the comments at the top and the documentation. */
function firstCodeOffset(source: FixSource): number {
  const { root, text } = source;
  const [first, second] = root.children;
  if (first?.type !== 'expression_statement' || first.children[0]?.type !== 'string')
    return first ? lineStart(source, first) : text.length;
  return second ? lineStart(source, second) : text.length;
}
