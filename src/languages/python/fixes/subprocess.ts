import { lookUp } from '../scopes.ts';
import { type Node, part, unwrap } from '../tree.ts';
import { type Arguments, argumentsOf, callText } from './arguments.ts';
import { canAwait } from './await-call.ts';
import { type Editor, replace } from './editor.ts';
import { loopOf } from './loops.ts';
import { freeLocal, nameFor } from './names.ts';
import {
  descendants,
  type FixSource,
  indentAt,
  indentUnit,
  rootOf,
  scopeAt,
  sliceOf,
  statementAround,
} from './source.ts';

/** How a function of `subprocess` differs from `run`. */
interface Form {
  readonly check: boolean;
  readonly capture: boolean;
  /** What it gives instead of the whole result. */
  readonly gives: string;
}

const FORMS: Readonly<Record<string, Form>> = {
  run: { check: false, capture: false, gives: '' },
  call: { check: false, capture: false, gives: '.returncode' },
  check_call: { check: true, capture: false, gives: '.returncode' },
  check_output: { check: true, capture: true, gives: '.stdout' },
};

/** `subprocess.run([…])` → a process of the loop, and the same result made of it. False where its arguments are others. */
export function replaceProcess(editor: Editor, call: Node, api: string): boolean {
  const { source } = editor;
  const form = FORMS[api.replace(/^python:subprocess\./, '')];
  const statement = statementAround(source, call);
  if (!form || loopOf(source) !== 'asyncio' || !startsValue(source, statement, call)) return false;
  const spawn = spawnOf(source, call, form);
  if (!spawn || !canAwait(editor, call)) return false;
  const margin = indentAt(source, statement.start);
  const step = indentUnit(source);
  const asyncio = nameFor(editor, call, 'asyncio', 'subprocess').replace(/\.?subprocess$/, '');
  const of = (name: string): string => (asyncio === '' ? nameFor(editor, call, 'asyncio', name) : `${asyncio}.${name}`);
  const options = spawn.options.map(
    ([name, value]) => `${name}=${value.replace(/^@(\w+)$/, (_, pipe: string) => of(`subprocess.${pipe}`))}`,
  );
  const process = freeLocal(editor, call, 'process', OWN);
  const create = of(spawn.isShell ? 'create_subprocess_shell' : 'create_subprocess_exec');
  const lines = [callText(source, `${process} = await ${create}`, [...spawn.command, ...options], margin, step)];
  const texts = outputs(editor, call, spawn, process, lines);
  finish(editor, { statement, call, form, spawn, process, texts, lines, margin });
  if (spawn.isText) editor.warnings.add('what the program writes is read as UTF-8, and its line ends stay as they are');
  editor.swap = `await ${spawn.isShell ? 'asyncio.create_subprocess_shell' : 'asyncio.create_subprocess_exec'} instead of ${api.replace('python:', '')}`;
  return true;
}

/** What this writes itself may be written again. */
const OWN = /create_subprocess_|\.communicate\(/;

interface Spawn {
  readonly isShell: boolean;
  /** The source text of the command as it was, and as arguments. */
  readonly args: string;
  readonly command: readonly string[];
  /** `@PIPE` is asyncio's. */
  readonly options: readonly (readonly [string, string])[];
  readonly pipes: { readonly out: boolean; readonly err: boolean };
  readonly input: string | undefined;
  readonly isText: boolean;
  readonly check: boolean;
}

const KNOWN = new Set(
  'args shell capture_output text universal_newlines encoding check cwd env stdin stdout stderr input'.split(' '),
);

/** Undefined where the arguments ask for what a process of the loop does not offer. */
function spawnOf(source: FixSource, call: Node, form: Form): Spawn | undefined {
  const { placed, named, isOpen } = argumentsOf(source, call);
  const command = placed[0] ?? named.get('args');
  if (isOpen || placed.length > 1 || !command || [...named.keys()].some((name) => !KNOWN.has(name))) return undefined;
  const flag = (name: string): boolean | undefined => {
    const node = named.get(name);
    if (!node) return false;
    return { True: true, False: false, None: false }[sliceOf(source, node)];
  };
  const flags = ['shell', 'capture_output', 'text', 'universal_newlines', 'check'].map(flag);
  if (flags.includes(undefined) || !isUtf8(source, named)) return undefined;
  const [isShell = false, capture, text, newlines, check] = flags;
  const streams = streamsOf(source, named, form.capture, capture === true);
  const parts = isShell ? [sliceOf(source, command)] : partsOf(source, command);
  if (!streams || !parts) return undefined;
  const input = named.get('input');
  const plain = ['cwd', 'env'].flatMap((name) => {
    const node = named.get(name);
    return node ? [[name, sliceOf(source, node)] as const] : [];
  });
  return {
    isShell,
    args: sliceOf(source, command),
    command: parts,
    options: [...(input ? [['stdin', '@PIPE'] as const] : []), ...streams, ...plain],
    pipes: { out: streams.some(isPipe('stdout')), err: streams.some(isPipe('stderr')) },
    input: input && sliceOf(source, input),
    isText: text === true || newlines === true || named.has('encoding'),
    check: form.check || check === true,
  };
}

function isPipe(stream: string): (option: readonly [string, string]) => boolean {
  return ([name, value]) => name === stream && value === '@PIPE';
}

function isUtf8(source: FixSource, named: Arguments['named']): boolean {
  const encoding = named.get('encoding');
  return !encoding || /^(['"])utf-?8\1$/i.test(sliceOf(source, encoding));
}

/** Where the streams of the process go. */
function streamsOf(
  source: FixSource,
  named: Arguments['named'],
  captureOut: boolean,
  captureAll: boolean,
): (readonly [string, string])[] | undefined {
  const streams: (readonly [string, string])[] = [];
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const node = named.get(name);
    const text = node && sliceOf(source, node);
    const constant = text && /^(?:\w+\.)?(PIPE|STDOUT|DEVNULL)$/.exec(text)?.[1];
    if (name === 'stdin' && (named.has('input') || constant === 'PIPE')) {
      if (node) return undefined;
    } else if (constant) streams.push([name, `@${constant}`]);
    else if (text) streams.push([name, text]);
    else if (captureAll ? name !== 'stdin' : captureOut && name === 'stdout') streams.push([name, '@PIPE']);
  }
  return streams;
}

/** `["git", "status"]` → `"git", "status"`; another list is spread. A text alone is a program, or a list that nobody sees. */
function partsOf(source: FixSource, command: Node): string[] | undefined {
  const node = unwrap(command);
  if (node.type === 'list' || node.type === 'tuple') return node.children.map((child) => sliceOf(source, child));
  if (node.type !== 'identifier') return undefined;
  const writes = lookUp(scopeAt(source, command), sliceOf(source, node))?.writes ?? [];
  const isList =
    writes.length > 0 &&
    writes.every(
      (write) => write.kind === 'expression' && /^(?:list|tuple|list_comprehension)$/.test(unwrap(write.node).type),
    );
  return isList ? [`*${sliceOf(source, node)}`] : undefined;
}

/** Waits for the process; returns the texts of what it wrote. */
function outputs(editor: Editor, call: Node, spawn: Spawn, process: string, lines: string[]): readonly string[] {
  const { pipes, input, isText } = spawn;
  if (!pipes.out && !pipes.err && input === undefined) {
    lines.push(`await ${process}.wait()`);
    return [];
  }
  const names = [
    pipes.out ? freeLocal(editor, call, 'stdout', OWN) : '_',
    pipes.err ? freeLocal(editor, call, 'stderr', OWN) : '_',
  ];
  const given =
    input === undefined
      ? ''
      : isText
        ? `${/^[\w.]+$|^(['"]).*\1$/.test(input) ? input : `(${input})`}.encode()`
        : input;
  const target = pipes.out || pipes.err ? `${names.join(', ')} = ` : '';
  lines.push(`${target}await ${process}.communicate(${given})`);
  const texts = names.map((name) => (name === '_' ? 'None' : isText ? `${name}.decode()` : name));
  return pipes.err ? texts : texts.slice(0, 1);
}

interface Ending {
  readonly statement: Node;
  readonly call: Node;
  readonly form: Form;
  readonly spawn: Spawn;
  readonly process: string;
  readonly texts: readonly string[];
  readonly lines: string[];
  readonly margin: string;
}

/** The statement with the result in the place of the call. */
function finish(editor: Editor, { statement, call, form, spawn, process, texts, lines, margin }: Ending): void {
  const { source } = editor;
  const { newline } = source;
  const isDropped = statement.type === 'expression_statement' && statement.children[0] === call;
  if (!spawn.check && (isDropped || form.gives === '.returncode')) releaseModule(editor, call);
  if (isDropped && !spawn.check) {
    replace(editor, statement.start, statement.end, lines.join(newline + margin));
    return;
  }
  const values = [spawn.args, `${process}.returncode`, ...texts];
  const value = form.gives === '.returncode' ? `${process}.returncode` : undefined;
  const completed = value === undefined || spawn.check ? nameOfCompleted(editor, call) : '';
  const needsCheck = spawn.check || (form.gives === '' && isNamed(source, statement, call));
  const result = needsCheck ? nameOfResult(editor, statement, call) : `${completed}(${values.join(', ')})`;
  if (needsCheck) lines.push(callText(source, `${result} = ${completed}`, values, margin, indentUnit(source)));
  if (spawn.check) lines.push(`${result}.check_returncode()`);
  const isDone = isDropped || (isNamed(source, statement, call) && value === undefined && form.gives === '');
  const head = lines.join(newline + margin);
  if (isDone) {
    replace(editor, statement.start, statement.end, head);
    return;
  }
  replace(editor, statement.start, statement.start, head + newline + margin);
  replace(editor, call.start, call.end, value ?? result + form.gives);
}

/** As the file speaks of the module already. */
function nameOfCompleted(editor: Editor, call: Node): string {
  const { source } = editor;
  const callee = part(call, 'function');
  const module = callee?.type === 'attribute' ? part(callee, 'object') : undefined;
  return module
    ? `${sliceOf(source, module)}.CompletedProcess`
    : nameFor(editor, call, 'subprocess', 'CompletedProcess', 'from');
}

/** Nothing of the call needs its module any more. */
function releaseModule({ source, released }: Editor, call: Node): void {
  const root = rootOf(part(call, 'function') ?? call);
  const name = sliceOf(source, root);
  released.push(
    ...[...descendants(call)].filter((node) => node.type === 'identifier' && sliceOf(source, node) === name),
  );
}

/** Whether the statement does nothing but give the result a name. */
function isNamed(source: FixSource, statement: Node, call: Node): boolean {
  const assignment = statement.children[0];
  const left = assignment?.type === 'assignment' ? part(assignment, 'left') : undefined;
  return left?.type === 'identifier' && assignment?.children.at(-1) === call && sliceOf(source, left) !== '';
}

function nameOfResult(editor: Editor, statement: Node, call: Node): string {
  const { source } = editor;
  const callee = sliceOf(source, part(call, 'function') ?? call);
  const left =
    isNamed(source, statement, call) && callee.endsWith('run') ? part(statement.children[0]!, 'left') : undefined;
  return left ? sliceOf(source, left) : freeLocal(editor, call, 'result', /CompletedProcess\(/);
}

/** Whether the call is the first that its statement does: it can be done before. */
function startsValue(source: FixSource, statement: Node, call: Node): boolean {
  if (statement.type !== 'expression_statement' && statement.type !== 'return_statement') return false;
  const [first] = statement.children;
  let value = first?.type === 'assignment' && part(first, 'left')?.type === 'identifier' ? part(first, 'right') : first;
  while (value && value !== call) {
    const next: Node | undefined = part(value, 'object') ?? part(value, 'function') ?? part(value, 'value');
    if (value.type !== 'attribute' && value.type !== 'call' && value.type !== 'subscript') return false;
    value = next;
  }
  return value === call && !/^[^\n]*;/.test(source.text.slice(statement.end));
}
