import { type Node, unwrap } from '../tree.ts';
import { type Editor, refuse, replace } from './editor.ts';
import { indented } from './layout.ts';
import { loopOf } from './loops.ts';
import { freeLocal, nameFor } from './names.ts';
import { groupOf } from './await-row.ts';
import { loopAround, type Round, roundOfComprehension, roundOfLoop } from './rounds.ts';
import { type FixSource, indentAt, indentUnit, sliceOf, statementAround } from './source.ts';

/** How many rounds wait at once where there may be many. */
const AT_ONCE = 10;

/** Starts the rounds of a loop together; returns the title. */
export function awaitRounds(editor: Editor, awaits: readonly Node[], isBounded: boolean): string | undefined {
  const { source } = editor;
  const [first] = awaits;
  const loop = first && loopAround(source, first);
  if (!loop) {
    if (first) refuse(editor, 'another shape', 'it is no loop over a list', first);
    return undefined;
  }
  const round = loop.type === 'for_statement' ? roundOfLoop(editor, loop) : roundOfComprehension(editor, loop);
  if (!round) return undefined;
  const many = isBounded && !isShort(round.items);
  const library = loopOf(source);
  if (library !== 'asyncio' && round.gives.kind !== 'nothing') {
    refuse(editor, 'results of tasks', 'tasks of a nursery or a task group give no results back', loop);
    return undefined;
  }
  const means =
    library === 'asyncio' ? gatherRounds(editor, loop, round, many) : startRounds(editor, loop, round, many, library);
  return `Await the rounds together with ${means}${many ? `, at most ${AT_ONCE} at once` : ''}`;
}

function isShort(items: Node): boolean {
  return /^(?:list|tuple|set)$/.test(unwrap(items).type) && !items.children.some(({ type }) => type.endsWith('splat'));
}

/** The definition of the function that is one round, and how it is called. */
interface Job {
  /** Lines that go before the statement. */
  readonly lines: readonly string[];
  readonly call: string;
}

function jobOf(editor: Editor, loop: Node, round: Round, many: boolean): Job {
  const { source } = editor;
  const { params, only, callee } = round;
  if (only && !many) return { lines: [], call: sliceOf(source, only) };
  const margin = indentAt(source, statementAround(source, loop).start);
  const step = indentUnit(source);
  const name = freeLocal(editor, loop, `${callee}_one`, NEVER);
  const limit = many ? freeLocal(editor, loop, 'limit', NEVER) : undefined;
  const library = loopOf(source);
  const bound = library === 'asyncio' ? 'Semaphore' : 'CapacityLimiter';
  const head = `async def ${name}(${params.join(', ')}):`;
  const inner = margin + step + (limit === undefined ? '' : step);
  return {
    lines: [
      ...(limit === undefined ? [] : [`${limit} = ${nameFor(editor, loop, library, bound)}(${AT_ONCE})`, '']),
      head,
      ...(limit === undefined ? [] : [`${margin}${step}async with ${limit}:`]),
      bodyText(source, round, inner),
      '',
    ],
    call: `${name}(${params.join(', ')})`,
  };
}

const NEVER = /^\b$/;

/** The statements of a round at their new depth; what it gives is returned. */
function bodyText(source: FixSource, { body, gives }: Round, margin: string): string {
  if (body.type !== 'block') return `${margin}return ${sliceOf(source, body)}`;
  const { text } = source;
  const old = indentAt(source, body.children[0]?.start ?? body.start);
  const step = margin.startsWith(old) ? margin.slice(old.length) : '';
  if (gives.kind === 'nothing') return margin + indented(source, body, step);
  const { statement, values } = gives;
  const before = indented(source, { start: body.start, end: statement.start }, step);
  const returned = values.map((value) => indented(source, value, step)).join(', ');
  const after = indented(source, { start: statement.end, end: body.end }, step);
  return `${margin}${before}return ${returned}${text.length > 0 ? after : ''}`;
}

function gatherRounds(editor: Editor, loop: Node, round: Round, many: boolean): string {
  const { source } = editor;
  const { newline } = source;
  const { lines, call } = jobOf(editor, loop, round, many);
  const statement = statementAround(source, loop);
  const margin = indentAt(source, statement.start);
  const gather = `await ${nameFor(editor, loop, 'asyncio', 'gather')}(*[${call} ${round.clauses}])`;
  const head = lines.map((line) => (line === '' || line.startsWith(margin) ? line : margin + line)).join(newline);
  const before = lines.length > 0 ? `${head.slice(margin.length)}${newline}${margin}` : '';
  editor.warnings.add('all are started: when one fails, the others go on, and the first that fails decides the error');
  const { gives } = round;
  if (loop.type !== 'for_statement') {
    if (before !== '') replace(editor, statement.start, statement.start, before);
    replace(editor, loop.start, loop.end, gather);
  } else if (gives.kind === 'items' && gives.declared) {
    replace(editor, gives.declared.start, loop.end, `${before}${gives.to} = ${gather}`);
  } else {
    const end = { nothing: gather, items: '', pairs: '' }[gives.kind];
    const call =
      gives.kind === 'nothing' ? end : `${gives.to}.${gives.kind === 'items' ? 'extend' : 'update'}(${gather})`;
    replace(editor, loop.start, loop.end, before + call);
  }
  return 'asyncio.gather';
}

function startRounds(editor: Editor, loop: Node, round: Round, many: boolean, library: 'anyio' | 'trio'): string {
  const { source } = editor;
  const { newline } = source;
  const margin = indentAt(source, loop.start);
  const step = indentUnit(source);
  const job = jobOf(editor, loop, { ...round, only: undefined }, many);
  const { head, name, means } = groupOf(editor, loop, library);
  const [callee = ''] = job.call.split('(');
  const lines = [
    ...job.lines,
    head,
    `${margin}${step}${round.clauses}:`,
    `${margin}${step}${step}${name}.start_soon(${[callee, ...round.params].join(', ')})`,
  ];
  const text = lines.map((line) => (line === '' || line.startsWith(margin) ? line : margin + line)).join(newline);
  replace(editor, loop.start, loop.end, text.slice(margin.length));
  return means;
}
