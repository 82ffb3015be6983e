import { type Node, sliceOf, startOffset } from '../ast.ts';
import type { Editor } from './editor.ts';
import { moduleBindings } from './modules.ts';
import { importedName } from './names.ts';
import type { Rounds } from './rounds.ts';
import { type FixSource, isFreeIn, parentOf, variableAt } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** How many rounds run at the same time where there may be many. */
const AT_ONCE = 10;

/** What stands around the rounds once they run together. */
export interface Frame {
  /** Lines before it, each with its indentation and line break behind it. */
  readonly before: string;
  /** `for (let start = 0; …) {` and its end, when rounds run in groups. */
  readonly open: string;
  readonly close: string;
  /** Indentation of the `await`. */
  readonly indent: string;
  /** What starts the rounds: `users.map(` or `Array.from(users, `. */
  readonly start: string;
  /** Before the body of the callback: `async (user) => `. */
  readonly head: string;
  /** A limit that the callback hands its body to: `(user) => limit(async () => …)`. */
  readonly limit: string;
  readonly isGrouped: boolean;
  /** For the title. */
  readonly bound: string;
}

/** Chooses how many rounds run at once: all, or some with the help of p-limit, or one group after the other. */
export function frameOf(editor: Editor, rounds: Rounds, packages: ReadonlySet<string>, isBounded: boolean): Frame {
  const { source } = editor;
  const { loop, items, param } = rounds;
  const indent = indentAt(source, startOffset(loop));
  const plain = {
    before: '',
    open: '',
    close: '',
    indent,
    start: rounds.isArray ? `${items}.map(` : `Array.from(${items}, `,
    head: `async (${param}) => `,
    limit: '',
    isGrouped: false,
    bound: '',
  };
  if (!isBounded || rounds.isFew) return plain;
  const limiter = limiterAt(editor, loop, packages);
  if (limiter) {
    const before = limiter.isNew ? `const ${limiter.name} = ${limiter.creator}(${AT_ONCE})` : '';
    const bound = limiter.isNew ? `, ${AT_ONCE} at once` : `, within ${limiter.name}`;
    return { ...plain, before: line(source, before, indent), head: `(${param}) =>`, limit: limiter.name, bound };
  }
  return groupedFrame(editor, rounds, plain);
}

function line(source: FixSource, text: string, indent: string): string {
  const { semicolon, newline } = styleOf(source);
  return text === '' ? '' : `${text}${semicolon}${newline}${indent}`;
}

function groupedFrame({ source }: Editor, rounds: Rounds, plain: Frame): Frame {
  const { loop, items, isArray, isName } = rounds;
  const { newline, indent: unit } = styleOf(source);
  const block = parentOf(source, loop) ?? loop;
  const isOwn = isArray && isName;
  const list = isOwn ? items : freeName(source, block, ['items', 'all', 'list']);
  const start = freeName(source, block, ['start', 'from', 'first']);
  const before = isOwn ? '' : `const ${list} = ${isArray ? items : `[...${items}]`}`;
  return {
    ...plain,
    before: line(source, before, plain.indent),
    open: `for (let ${start} = 0; ${start} < ${list}.length; ${start} += ${AT_ONCE}) {${newline}${plain.indent}${unit}`,
    close: `${newline}${plain.indent}}`,
    indent: plain.indent + unit,
    start: `${list}.slice(${start}, ${start} + ${AT_ONCE}).map(`,
    isGrouped: true,
    bound: `, ${AT_ONCE} at once`,
  };
}

export function freeName(source: FixSource, block: Node, names: readonly string[]): string {
  for (let count = 2, all = [...names]; ; count++) {
    const name = all.find((one) => isFreeIn(source, block, one));
    if (name !== undefined) return name;
    all = [`${names[0] ?? 'value'}${count}`];
  }
}

/** A name for the results, in the loop over groups or beside what was the loop. */
export function resultsName(source: FixSource, { loop }: Rounds, { isGrouped }: Frame): string {
  return freeName(source, isGrouped ? loop.body : (parentOf(source, loop) ?? loop), ['results', 'loaded', 'all']);
}

interface Limiter {
  readonly name: string;
  readonly creator: string;
  readonly isNew: boolean;
}

/** A limit of p-limit: one that the file has, or a new one if the package can be loaded as the file loads others. */
function limiterAt(editor: Editor, loop: Node, packages: ReadonlySet<string>): Limiter | undefined {
  const { source } = editor;
  const known = moduleBindings(source).find(({ specifier }) => specifier === PACKAGE);
  if (known) {
    for (const { name, defs } of source.scopes.variables) {
      const definition = defs[0]?.node;
      const init = definition?.type === 'VariableDeclarator' ? definition.init : undefined;
      const isLimit = init?.type === 'CallExpression' && sliceOf(source.text, init.callee) === known.local;
      if (isLimit && variableAt(source, loop, name)?.defs[0]?.node === definition) {
        return { name, creator: known.local, isNew: false };
      }
    }
  }
  // Its newer versions are ES modules, which not every version of Node.js can require.
  if (!known && !(packages.has(PACKAGE) && source.isModule)) return undefined;
  const name = freeName(source, parentOf(source, loop) ?? loop, ['limit', 'limited']);
  return { name, creator: importedName(editor, loop, PACKAGE, 'default', 'pLimit'), isNew: true };
}

const PACKAGE = 'p-limit';

/** A callback with a body in one line. */
export function callbackOf({ head, limit }: Frame, body: string): string {
  return limit === '' ? head + body : `${head} ${limit}(async () => ${body})`;
}

/** What comes before and after a body of several lines: from `Promise.all(` to its parenthesis. `indent`: of the body's brace. */
export function blockAround(
  source: FixSource,
  { indent, start, head, limit }: Frame,
): { readonly before: string; readonly after: string; readonly indent: string } {
  const { newline, indent: unit } = styleOf(source);
  const inner = indent + unit;
  const before = `Promise.all(${newline}${inner}${start}${head}`;
  const after = `),${newline}${indent})`;
  if (limit === '') return { before, after, indent: inner };
  const deeper = inner + unit;
  return {
    before: `${before}${newline}${deeper}${limit}(async () => `,
    after: `),${newline}${inner}${after}`,
    indent: deeper,
  };
}
