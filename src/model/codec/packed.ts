import type {
  CallFacts,
  FunctionFacts,
  MatchFacts,
  OperationFacts,
  ParameterGuard,
  Value,
  ValueId,
  ValueTable,
} from '../facts.ts';
import type { Range } from '../range.ts';
import { GUARD_TAGS, VALUE_TAGS } from './layout.ts';
import { damaged, rangeAt, type Reader, skipRange, take, takeList, takeRange, takeText } from './reader.ts';

/** Values as numbers; most of them are looked at once, when a project is linked. */
class PackedValues implements ValueTable {
  readonly length: number;
  readonly #strings: readonly string[];
  /** Where in `#numbers` each value starts. */
  readonly #starts: Int32Array;
  readonly #numbers: Int32Array;

  constructor(strings: readonly string[], starts: Int32Array, numbers: Int32Array) {
    this.length = starts.length;
    this.#strings = strings;
    this.#starts = starts;
    this.#numbers = numbers;
  }

  at(id: ValueId): Value | undefined {
    const start = this.#starts[id];
    return start === undefined ? undefined : unpackValue(this.#numbers, start, this.#strings);
  }

  toJSON(): Value[] {
    return Array.from(this.#starts, (start) => unpackValue(this.#numbers, start, this.#strings));
  }
}

export function takeValues(reader: Reader): ValueTable {
  const length = take(reader);
  const starts = new Int32Array(length);
  const numbers: number[] = [];
  for (let id = 0; id < length; id += 1) {
    starts[id] = numbers.length;
    takeValue(reader, numbers);
  }
  return new PackedValues(reader.strings, starts, Int32Array.from(numbers));
}

function takeValue(reader: Reader, numbers: number[]): void {
  const tag = take(reader);
  numbers.push(tag);
  switch (VALUE_TAGS[tag]) {
    case 'unknown':
      break;
    case 'param':
    case 'member':
    case 'regex':
      numbers.push(take(reader), take(reader));
      break;
    case 'array':
    case 'union': {
      const length = take(reader);
      numbers.push(length);
      for (let index = 0; index < length; index += 1) numbers.push(take(reader));
      break;
    }
    case undefined:
      throw damaged();
    default:
      numbers.push(take(reader));
  }
}

function unpackValue(numbers: Int32Array, start: number, strings: readonly string[]): Value {
  const tag = VALUE_TAGS[numbers[start] ?? 0] ?? 'unknown';
  const first = numbers[start + 1] ?? 0;
  switch (tag) {
    case 'unknown':
      return [tag];
    case 'param':
      return [tag, first, numbers[start + 2] ?? 0];
    case 'member':
      return [tag, first, strings[numbers[start + 2] ?? 0] ?? ''];
    case 'regex':
      return [tag, strings[first] ?? '', strings[numbers[start + 2] ?? 0] ?? ''];
    case 'global':
      return [tag, strings[first] ?? ''];
    case 'literal':
      return [tag, JSON.parse(strings[first] ?? 'null') as string | number | boolean | null];
    case 'array':
    case 'union':
      return [tag, Array.from(numbers.subarray(start + 2, start + 2 + first))];
    default:
      return [tag, first];
  }
}

class PackedCall implements CallFacts {
  readonly callee: ValueId;
  readonly args: readonly ValueId[];
  readonly flags: number;
  readonly text: string;
  readonly #bytes: Uint8Array;
  readonly #at: number;

  constructor(reader: Reader) {
    this.callee = take(reader);
    this.flags = take(reader);
    this.text = takeText(reader);
    this.#bytes = reader.bytes;
    this.#at = skipRange(reader);
    this.args = takeList(reader, take);
  }

  get at(): Range {
    return rangeAt(this.#bytes, this.#at);
  }

  toJSON(): CallFacts {
    const { callee, args, at, flags, text } = this;
    return { callee, args, at, flags, text };
  }
}

export class PackedFunction implements FunctionFacts {
  readonly key: string;
  readonly name: string;
  readonly parent: number;
  readonly flags: number;
  readonly paramNames: readonly string[];
  readonly params: readonly (ValueId | null)[];
  readonly returns: readonly ValueId[];
  readonly calls: readonly CallFacts[];
  readonly operations: readonly OperationFacts[];
  readonly guards?: readonly ParameterGuard[];
  readonly matches?: readonly MatchFacts[];
  readonly bounded?: readonly ValueId[];
  readonly decorators: readonly ValueId[];
  readonly argumentOf?: readonly [number, number];
  readonly owner?: number;
  readonly #bytes: Uint8Array;
  readonly #at: number;
  readonly #body: number;

  constructor(reader: Reader) {
    this.#bytes = reader.bytes;
    this.key = takeText(reader);
    this.name = takeText(reader);
    this.#at = skipRange(reader);
    this.#body = skipRange(reader);
    this.parent = take(reader);
    this.flags = take(reader);
    const call = take(reader);
    const argument = take(reader);
    if (call >= 0) this.argumentOf = [call, argument];
    const owner = take(reader);
    if (owner >= 0) this.owner = owner;
    this.paramNames = takeList(reader, takeText);
    this.params = takeList(reader, takeParam);
    this.returns = takeList(reader, take);
    this.calls = takeList(reader, (from) => new PackedCall(from));
    const guards = takeList(reader, takeGuard);
    if (guards.length > 0) this.guards = guards;
    this.operations = takeList(reader, takeOperation);
    const matches = takeList(reader, takeMatch);
    if (matches.length > 0) this.matches = matches;
    const bounded = takeList(reader, take);
    if (bounded.length > 0) this.bounded = bounded;
    this.decorators = takeList(reader, take);
  }

  get at(): Range {
    return rangeAt(this.#bytes, this.#at);
  }

  get body(): Range {
    return rangeAt(this.#bytes, this.#body);
  }

  toJSON(): FunctionFacts {
    return Object.assign({}, this, { at: this.at, body: this.body });
  }
}

function takeParam(reader: Reader): ValueId | null {
  const value = take(reader);
  return value < 0 ? null : value;
}

function takeOperation(reader: Reader): OperationFacts {
  const text = takeText(reader);
  const flags = take(reader);
  return { kind: 'spin', at: takeRange(reader), text, flags };
}

function takeGuard(reader: Reader): ParameterGuard {
  const param = take(reader);
  const test = GUARD_TAGS[take(reader)];
  const wanted = take(reader) === 1;
  const calls = [take(reader), take(reader)] as const;
  if (test === undefined) throw damaged();
  return { param, test, wanted, calls, value: JSON.parse(takeText(reader)) as ParameterGuard['value'] };
}

function takeMatch(reader: Reader): MatchFacts {
  const expression = take(reader);
  const flags = take(reader);
  const text = takeText(reader);
  const at = takeRange(reader);
  return { expression, subject: takeList(reader, take), at, flags, text };
}
