import type {
  CallFacts,
  ClassFacts,
  Directive,
  ExportFacts,
  FileFacts,
  FileRole,
  FunctionFacts,
  ObjectFacts,
  OperationFacts,
  ParseProblem,
  PropertyFacts,
  Value,
  ValueId,
} from './facts.ts';
import type { Range } from './range.ts';

/**
 * Facts as bytes: a table of strings, and behind it a list of integers that take as few bytes as they need. It is what
 * crosses threads and what is kept on disk, a quarter of the size of the same facts as JSON.
 */
export function encodeFacts(facts: FileFacts): Uint8Array {
  const writer = createWriter();
  writeFacts(writer, facts);
  const strings = new TextEncoder().encode(JSON.stringify(writer.strings));
  const bytes = new Uint8Array(strings.length + 4 + writer.numbers.length * MAX_BYTES);
  new DataView(bytes.buffer).setUint32(0, strings.length);
  bytes.set(strings, 4);
  let end = 4 + strings.length;
  for (const number of writer.numbers) end = putVarint(bytes, end, number);
  return bytes.slice(0, end);
}

/** @throws {Error} if the bytes are not what `encodeFacts` wrote */
export function decodeFacts(bytes: Uint8Array): FileFacts {
  if (bytes.length < 4) throw damaged();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const strings = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as string[];
  const reader: Reader = { strings, bytes, next: 4 + length };
  const facts = readFacts(reader);
  if (reader.next !== bytes.length) throw damaged();
  return facts;
}

function damaged(): Error {
  return new Error('damaged facts');
}

/** Numbers are stored by seven bits a byte, the sign in the lowest. */
const MAX_BYTES = 5;

function putVarint(bytes: Uint8Array, start: number, number: number): number {
  let rest = ((number << 1) ^ (number >> 31)) >>> 0;
  let at = start;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

interface Writer {
  readonly strings: string[];
  readonly indices: Map<string, number>;
  readonly numbers: number[];
}

interface Reader {
  readonly strings: readonly string[];
  readonly bytes: Uint8Array;
  next: number;
}

function createWriter(): Writer {
  return { strings: [], indices: new Map(), numbers: [] };
}

function putText(writer: Writer, text: string): void {
  let index = writer.indices.get(text);
  if (index === undefined) {
    index = writer.strings.push(text) - 1;
    writer.indices.set(text, index);
  }
  writer.numbers.push(index);
}

function putList<T>(writer: Writer, items: readonly T[], put: (writer: Writer, item: T) => void): void {
  writer.numbers.push(items.length);
  for (const item of items) put(writer, item);
}

function putNumber(writer: Writer, value: number): void {
  writer.numbers.push(value);
}

/** Half of the ranges are on one line: `[line, character, length]`, else with a negative first number. */
function putRange(writer: Writer, [line, character, endLine, endCharacter]: Range): void {
  if (line === endLine) writer.numbers.push(line, character, endCharacter - character);
  else writer.numbers.push(-1 - line, character, endLine, endCharacter);
}

function take(reader: Reader): number {
  const { bytes } = reader;
  let shift = 0;
  let rest = 0;
  for (;;) {
    const byte = bytes[reader.next];
    if (byte === undefined) throw damaged();
    reader.next += 1;
    rest |= (byte & 127) << shift;
    if (byte < 128) return (rest >>> 1) ^ -(rest & 1);
    shift += 7;
  }
}

function takeText(reader: Reader): string {
  const text = reader.strings[take(reader)];
  if (text === undefined) throw damaged();
  return text;
}

const EMPTY: readonly never[] = Object.freeze([]);

function takeList<T>(reader: Reader, takeItem: (reader: Reader) => T): readonly T[] {
  const length = take(reader);
  // Most lists are empty: they share one.
  if (length === 0) return EMPTY;
  const items: T[] = [];
  for (let index = 0; index < length; index += 1) items.push(takeItem(reader));
  return items;
}

function takeRange(reader: Reader): Range {
  const line = take(reader);
  const character = take(reader);
  if (line >= 0) return [line, character, line, character + take(reader)];
  return [-1 - line, character, take(reader), take(reader)];
}

const VALUE_TAGS = [
  'unknown',
  'import',
  'global',
  'function',
  'class',
  'object',
  'member',
  'result',
  'instance',
  'param',
  'array',
  'union',
  'literal',
] as const satisfies readonly Value[0][];

function putValue(writer: Writer, value: Value): void {
  writer.numbers.push(VALUE_TAGS.indexOf(value[0]));
  switch (value[0]) {
    case 'unknown':
      break;
    case 'import':
    case 'function':
    case 'class':
    case 'object':
    case 'result':
    case 'instance':
      writer.numbers.push(value[1]);
      break;
    case 'param':
      writer.numbers.push(value[1], value[2]);
      break;
    case 'global':
      putText(writer, value[1]);
      break;
    case 'member':
      writer.numbers.push(value[1]);
      putText(writer, value[2]);
      break;
    case 'array':
    case 'union':
      putList(writer, value[1], putNumber);
      break;
    case 'literal':
      putText(writer, JSON.stringify(value[1]));
      break;
  }
}

function takeValue(reader: Reader): Value {
  const tag = VALUE_TAGS[take(reader)];
  switch (tag) {
    case 'unknown':
      return [tag];
    case 'import':
    case 'function':
    case 'class':
    case 'object':
    case 'result':
    case 'instance':
      return [tag, take(reader)];
    case 'param':
      return [tag, take(reader), take(reader)];
    case 'global':
      return [tag, takeText(reader)];
    case 'member':
      return [tag, take(reader), takeText(reader)];
    case 'array':
    case 'union':
      return [tag, takeList(reader, take)];
    case 'literal':
      return [tag, JSON.parse(takeText(reader)) as string | number | boolean | null];
    default:
      throw damaged();
  }
}

function putCall(writer: Writer, call: CallFacts): void {
  writer.numbers.push(call.callee, call.flags);
  putText(writer, call.text);
  putRange(writer, call.at);
  putList(writer, call.args, putNumber);
}

function takeCall(reader: Reader): CallFacts {
  const callee = take(reader);
  const flags = take(reader);
  const text = takeText(reader);
  const at = takeRange(reader);
  return { callee, args: takeList(reader, take), at, flags, text };
}

function putOperation(writer: Writer, operation: OperationFacts): void {
  putText(writer, operation.text);
  writer.numbers.push(operation.flags);
  putRange(writer, operation.at);
}

function takeOperation(reader: Reader): OperationFacts {
  const text = takeText(reader);
  const flags = take(reader);
  return { kind: 'spin', at: takeRange(reader), text, flags };
}

function putFunction(writer: Writer, fn: FunctionFacts): void {
  putText(writer, fn.key);
  putText(writer, fn.name);
  putRange(writer, fn.at);
  putRange(writer, fn.body);
  const [call, argument] = fn.argumentOf ?? [-1, -1];
  writer.numbers.push(fn.parent, fn.flags, call, argument, fn.owner ?? -1);
  putList(writer, fn.paramNames, putText);
  putList(writer, fn.params, (to, param) => {
    putNumber(to, param ?? -1);
  });
  putList(writer, fn.returns, putNumber);
  putList(writer, fn.calls, putCall);
  putList(writer, fn.operations, putOperation);
  putList(writer, fn.decorators, putNumber);
}

function takeFunction(reader: Reader): FunctionFacts {
  const head = { key: takeText(reader), name: takeText(reader), at: takeRange(reader), body: takeRange(reader) };
  const parent = take(reader);
  const flags = take(reader);
  const call = take(reader);
  const argument = take(reader);
  const owner = take(reader);
  return {
    ...head,
    parent,
    flags,
    paramNames: takeList(reader, takeText),
    params: takeList(reader, takeParam),
    returns: takeList(reader, take),
    calls: takeList(reader, takeCall),
    operations: takeList(reader, takeOperation),
    decorators: takeList(reader, take),
    ...(call >= 0 && { argumentOf: [call, argument] as const }),
    ...(owner >= 0 && { owner }),
  };
}

function takeParam(reader: Reader): ValueId | null {
  const value = take(reader);
  return value < 0 ? null : value;
}

function putProperty(writer: Writer, [name, value]: PropertyFacts): void {
  putText(writer, name);
  writer.numbers.push(value);
}

function takeProperty(reader: Reader): PropertyFacts {
  return [takeText(reader), take(reader)];
}

function putClass(writer: Writer, facts: ClassFacts): void {
  putText(writer, facts.name);
  writer.numbers.push(facts.superclass ?? -1);
  putList(writer, facts.members, putProperty);
  putList(writer, facts.statics, putProperty);
  putList(writer, facts.decorators, putNumber);
}

function takeClass(reader: Reader): ClassFacts {
  const name = takeText(reader);
  const superclass = take(reader);
  return {
    name,
    ...(superclass >= 0 && { superclass }),
    members: takeList(reader, takeProperty),
    statics: takeList(reader, takeProperty),
    decorators: takeList(reader, take),
  };
}

function putObject(writer: Writer, object: ObjectFacts): void {
  putList(writer, object.properties, putProperty);
  putList(writer, object.spreads, putNumber);
}

function takeObject(reader: Reader): ObjectFacts {
  return { properties: takeList(reader, takeProperty), spreads: takeList(reader, take) };
}

const EXPORT_TAGS = ['named', 'assign', 'reexport', 'star'] as const satisfies readonly ExportFacts[0][];

function putExport(writer: Writer, entry: ExportFacts): void {
  writer.numbers.push(EXPORT_TAGS.indexOf(entry[0]));
  switch (entry[0]) {
    case 'named':
      putText(writer, entry[1]);
      writer.numbers.push(entry[2]);
      break;
    case 'reexport':
      putText(writer, entry[1]);
      writer.numbers.push(entry[2]);
      putText(writer, entry[3]);
      break;
    default:
      writer.numbers.push(entry[1]);
  }
}

function takeExport(reader: Reader): ExportFacts {
  const tag = EXPORT_TAGS[take(reader)];
  switch (tag) {
    case 'named':
      return [tag, takeText(reader), take(reader)];
    case 'reexport':
      return [tag, takeText(reader), take(reader), takeText(reader)];
    case 'assign':
    case 'star':
      return [tag, take(reader)];
    default:
      throw damaged();
  }
}

/** What is rare is kept as JSON. */
interface Rest {
  readonly problem?: ParseProblem;
  readonly directives?: readonly Directive[];
  readonly roles?: readonly FileRole[];
}

function writeFacts(writer: Writer, facts: FileFacts): void {
  putText(writer, facts.language);
  const rest: Rest = {
    ...(facts.problem && { problem: facts.problem }),
    ...(facts.directives.length > 0 && { directives: facts.directives }),
    ...(facts.roles.length > 0 && { roles: facts.roles }),
  };
  putText(writer, JSON.stringify(rest));
  writer.numbers.push(facts.lines);
  putList(writer, facts.imports, putText);
  putList(writer, facts.values, putValue);
  putList(writer, facts.functions, putFunction);
  putList(writer, facts.classes, putClass);
  putList(writer, facts.objects, putObject);
  putList(writer, facts.exports, putExport);
  putList(writer, facts.assignments, (to, [target, name, value]) => {
    to.numbers.push(target, value);
    putText(to, name);
  });
}

/** The keys are in the order in which languages write them, so that all facts have one shape. */
function readFacts(reader: Reader): FileFacts {
  const language = takeText(reader);
  const rest = JSON.parse(takeText(reader)) as Rest;
  const lines = take(reader);
  const imports = takeList(reader, takeText);
  const values = takeList(reader, takeValue);
  const functions = takeList(reader, takeFunction);
  const classes = takeList(reader, takeClass);
  const objects = takeList(reader, takeObject);
  const exports = takeList(reader, takeExport);
  const assignments = takeList(reader, takeAssignment);
  const directives = rest.directives ?? [];
  const roles = rest.roles ?? [];
  const facts = {
    language,
    lines,
    functions,
    classes,
    exports,
    assignments,
    directives,
    roles,
    imports,
    values,
    objects,
  };
  return rest.problem ? { ...facts, problem: rest.problem } : facts;
}

function takeAssignment(reader: Reader): readonly [ValueId, string, ValueId] {
  const target = take(reader);
  const value = take(reader);
  return [target, takeText(reader), value];
}
