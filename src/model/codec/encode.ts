import type {
  AwaitGroup,
  CallFacts,
  ClassFacts,
  ExportFacts,
  FileFacts,
  FunctionFacts,
  JoinFacts,
  LoopFacts,
  MatchFacts,
  ObjectFacts,
  OperationFacts,
  OrderedAwait,
  ParameterDefault,
  ParameterGuard,
  PropertyFacts,
  RecursionFacts,
  Value,
  ValueTable,
} from '../facts.ts';
import type { Range } from '../range.ts';
import {
  EXPORT_TAGS,
  GROUP_KINDS,
  GUARD_TAGS,
  ORDER_REASONS,
  HEAD,
  MAX_SIZE,
  type Rest,
  SIZE_TAGS,
  VALUE_TAGS,
} from './layout.ts';

/**
 * Facts as bytes: all texts in one, and behind them a list of integers that take as few bytes as they need. It is what
 * crosses threads and what is kept on disk, a quarter of the size of the same facts as JSON.
 */
export function encodeFacts(facts: FileFacts): Uint8Array {
  const writer = createWriter();
  writeFacts(writer, facts);
  const texts = [...writer.indices.keys()];
  const text = texts.join('');
  // Half of a surrogate pair has no UTF-8.
  const isWhole = !/[\ud800-\udfff]/u.test(text);
  const encoded = new TextEncoder().encode(isWhole ? text : JSON.stringify(text));
  const bytes = new Uint8Array(HEAD + encoded.length + (texts.length + writer.numbers.length) * MAX_BYTES);
  const head = new DataView(bytes.buffer);
  [isWhole ? encoded.length : MAX_SIZE + 1 + encoded.length, texts.length, facts.values.length].forEach(
    (number, index) => {
      head.setUint32(index * 4, number);
    },
  );
  bytes.set(encoded, HEAD);
  let end = HEAD + encoded.length;
  for (const { length } of texts) end = putVarint(bytes, end, length);
  for (const number of writer.numbers) end = putVarint(bytes, end, number);
  return bytes.slice(0, end);
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
  /** Of texts, in the order in which they came. */
  readonly indices: Map<string, number>;
  readonly numbers: number[];
}

function createWriter(): Writer {
  return { indices: new Map(), numbers: [] };
}

function putText(writer: Writer, text: string): void {
  let index = writer.indices.get(text);
  if (index === undefined) {
    index = writer.indices.size;
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

function putValues(writer: Writer, values: ValueTable): void {
  for (let id = 0; id < values.length; id += 1) putValue(writer, values.at(id) ?? ['unknown']);
}

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
    case 'regex':
      putText(writer, value[1]);
      putText(writer, value[2]);
      break;
    case 'literal':
      putText(writer, JSON.stringify(value[1]));
      break;
  }
}

function putCall(writer: Writer, call: CallFacts): void {
  writer.numbers.push(call.callee, call.flags);
  putText(writer, call.text);
  putRange(writer, call.at);
  putList(writer, call.args, putNumber);
  putList(writer, call.keywords ?? [], putText);
}

function putOperation(writer: Writer, operation: OperationFacts): void {
  putText(writer, operation.text);
  writer.numbers.push(operation.flags);
  putRange(writer, operation.at);
}

function putGuard(writer: Writer, { param, test, value, wanted, calls }: ParameterGuard): void {
  writer.numbers.push(param, GUARD_TAGS.indexOf(test), wanted ? 1 : 0, ...calls);
  putText(writer, JSON.stringify(value));
}

function putDefault(writer: Writer, [param, value]: ParameterDefault): void {
  writer.numbers.push(param);
  putText(writer, JSON.stringify(value));
}

function putMatch(writer: Writer, match: MatchFacts): void {
  writer.numbers.push(match.expression, match.flags);
  putText(writer, match.text);
  putRange(writer, match.at);
  putList(writer, match.subject, putNumber);
}

function putLoop(writer: Writer, loop: LoopFacts): void {
  const [kind, amount, text] = loop.size;
  writer.numbers.push(loop.parent, SIZE_TAGS.indexOf(kind));
  putText(writer, kind === 'constant' ? String(amount) : text);
  writer.numbers.push(kind === 'constant' ? 0 : amount, loop.share, loop.steps, loop.flags);
  putText(writer, loop.text);
  putRange(writer, loop.at);
  putList(writer, loop.calls, putNumber);
}

function putRecursion(writer: Writer, recursion: RecursionFacts | undefined): void {
  writer.numbers.push(recursion?.of ?? -1);
  if (!recursion) return;
  putList(writer, recursion.steps, putNumber);
  putText(writer, recursion.text);
  putRange(writer, recursion.at);
}

function putAwaitGroup(writer: Writer, group: AwaitGroup): void {
  writer.numbers.push(GROUP_KINDS.indexOf(group.kind), (group.isShort ? 1 : 0) | (group.stops ? 2 : 0));
  putText(writer, group.items);
  putList(writer, group.awaits, (to, { call, at }) => {
    to.numbers.push(call);
    putRange(to, at);
  });
  putList(writer, group.calls, putNumber);
  putList(writer, group.varying, putNumber);
}

function putOrderedAwait(writer: Writer, { at, why }: OrderedAwait): void {
  writer.numbers.push(ORDER_REASONS.indexOf(why));
  putRange(writer, at);
}

function putJoin(writer: Writer, join: JoinFacts): void {
  putNumber(writer, join.flags);
  putNumber(writer, join.each ? 1 : 0);
  putText(writer, join.text);
  putRange(writer, join.at);
  putList(writer, join.jobs, putNumber);
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
  putList(writer, fn.guards ?? [], putGuard);
  putList(writer, fn.defaults ?? [], putDefault);
  writer.numbers.push(fn.handsOn ?? -1);
  putList(writer, fn.operations, putOperation);
  putList(writer, fn.matches ?? [], putMatch);
  putList(writer, fn.bounded ?? [], putNumber);
  writer.numbers.push(fn.steps);
  putList(writer, fn.loops, putLoop);
  putRecursion(writer, fn.recursion);
  putList(writer, fn.awaitGroups ?? [], putAwaitGroup);
  putList(writer, fn.orderedAwaits ?? [], putOrderedAwait);
  putList(writer, fn.joins ?? [], putJoin);
  putNumber(writer, fn.waits ?? 0);
  putList(writer, fn.decorators, putNumber);
}

function putProperty(writer: Writer, [name, value]: PropertyFacts): void {
  putText(writer, name);
  writer.numbers.push(value);
}

function putClass(writer: Writer, facts: ClassFacts): void {
  putText(writer, facts.name);
  writer.numbers.push(facts.superclass ?? -1);
  putList(writer, facts.furtherSuperclasses ?? [], putNumber);
  putList(writer, facts.members, putProperty);
  putList(writer, facts.statics, putProperty);
  putList(writer, facts.decorators, putNumber);
}

function putObject(writer: Writer, object: ObjectFacts): void {
  putList(writer, object.properties, putProperty);
  putList(writer, object.spreads, putNumber);
}

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
  putValues(writer, facts.values);
  putList(writer, facts.functions, putFunction);
  putList(writer, facts.classes, putClass);
  putList(writer, facts.objects, putObject);
  putList(writer, facts.exports, putExport);
  putList(writer, facts.assignments, (to, [target, name, value]) => {
    to.numbers.push(target, value);
    putText(to, name);
  });
  putList(writer, facts.submodules ?? [], (to, [module, name, submodule]) => {
    to.numbers.push(module, submodule);
    putText(to, name);
  });
}
