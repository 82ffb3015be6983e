import type {
  AwaitGroup,
  CallFacts,
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
  SizeFacts,
  Value,
  ValueId,
  ValueTable,
} from '../facts.ts';
import type { Range } from '../range.ts';
import {
  GROUP_KINDS,
  GUARD_TAGS,
  ORDER_REASONS,
  Rare,
  RESULT_WITH_ARGUMENTS,
  SIZE_TAGS,
  VALUE_TAGS,
} from './layout.ts';
import {
  damaged,
  EMPTY,
  readAt,
  type Reader,
  skip,
  skipList,
  skipRange,
  take,
  takeItems,
  takeList,
  takeRange,
  takeText,
} from './reader.ts';

/** Values as bytes; most of them are looked at once, when a project is linked. */
class PackedValues implements ValueTable {
  readonly length: number;
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.length = reader.places.length - reader.texts - 1;
  }

  at(id: ValueId): Value | undefined {
    const place = id < 0 ? undefined : this.#reader.places[this.#reader.texts + 1 + id];
    return place === undefined ? undefined : readAt(this.#reader, place, takeValue);
  }

  tagAt(id: ValueId): Value[0] | undefined {
    const place = id < 0 ? undefined : this.#reader.places[this.#reader.texts + 1 + id];
    return place === undefined ? undefined : readAt(this.#reader, place, takeTag);
  }

  toJSON(): (Value | undefined)[] {
    return Array.from({ length: this.length }, (_, id) => this.at(id));
  }
}

/** Notes where each value is. */
export function takeValues(reader: Reader): ValueTable {
  const { places } = reader;
  for (let index = reader.texts + 1; index < places.length; index += 1) {
    places[index] = reader.next;
    skipValue(reader);
  }
  return new PackedValues(reader);
}

function skipValue(reader: Reader): void {
  const number = take(reader);
  if (number === RESULT_WITH_ARGUMENTS) {
    skip(reader, 1);
    skipList(reader, 1);
    return;
  }
  const tag = VALUE_TAGS[number];
  switch (tag) {
    case 'unknown':
      break;
    case 'param':
    case 'member':
    case 'regex':
      skip(reader, 2);
      break;
    case 'array':
    case 'union':
      skipList(reader, 1);
      break;
    case undefined:
      throw damaged();
    default:
      skip(reader, 1);
  }
}

function takeTag(reader: Reader): Value[0] {
  return tagOf(take(reader));
}

function tagOf(number: number): Value[0] {
  return number === RESULT_WITH_ARGUMENTS ? 'result' : (VALUE_TAGS[number] ?? 'unknown');
}

function takeValue(reader: Reader): Value {
  const number = take(reader);
  if (number === RESULT_WITH_ARGUMENTS) return ['result', take(reader), takeList(reader, take)];
  const tag = tagOf(number);
  switch (tag) {
    case 'unknown':
      return [tag];
    case 'param':
      return [tag, take(reader), take(reader)];
    case 'member':
      return [tag, take(reader), takeText(reader)];
    case 'regex':
      return [tag, takeText(reader), takeText(reader)];
    case 'global':
      return [tag, takeText(reader)];
    case 'literal':
      return [tag, JSON.parse(takeText(reader)) as string | number | boolean | null];
    case 'array':
    case 'union':
      return [tag, takeList(reader, take)];
    default:
      return [tag, take(reader)];
  }
}

class PackedCall implements CallFacts {
  readonly callee: ValueId;
  readonly args: readonly ValueId[];
  readonly keywords?: readonly string[];
  readonly flags: number;
  readonly #reader: Reader;
  readonly #place: number;

  constructor(reader: Reader) {
    this.callee = take(reader);
    this.flags = take(reader);
    this.#reader = reader;
    this.#place = reader.next;
    skip(reader, 1);
    skipRange(reader);
    const length = take(reader);
    this.args = takeItems(reader, length >> 1, take);
    if (length & 1) this.keywords = takeList(reader, takeText);
  }

  get text(): string {
    return readAt(this.#reader, this.#place, takeText);
  }

  get at(): Range {
    return readAt(this.#reader, this.#place, takeRangeBehindText);
  }

  toJSON(): CallFacts {
    const { callee, args, keywords, at, flags, text } = this;
    return { callee, args, ...(keywords && { keywords }), at, flags, text };
  }
}

function takeRangeBehindText(reader: Reader): Range {
  skip(reader, 1);
  return takeRange(reader);
}

export class PackedFunction implements FunctionFacts {
  readonly key: string;
  readonly parent: number;
  readonly flags: number;
  readonly params: readonly (ValueId | null)[];
  readonly returns: readonly ValueId[];
  readonly calls: readonly CallFacts[];
  readonly operations: readonly OperationFacts[];
  readonly guards?: readonly ParameterGuard[];
  readonly defaults?: readonly ParameterDefault[];
  readonly handsOn?: number;
  readonly matches?: readonly MatchFacts[];
  readonly bounded?: readonly ValueId[];
  readonly steps: number;
  readonly loops: readonly LoopFacts[];
  readonly recursion?: RecursionFacts;
  readonly awaitGroups?: readonly AwaitGroup[];
  readonly orderedAwaits?: readonly OrderedAwait[];
  readonly joins?: readonly JoinFacts[];
  readonly waits?: number;
  readonly decorators: readonly ValueId[];
  readonly types?: readonly ValueId[];
  readonly argumentOf?: readonly [number, number];
  readonly owner?: number;
  readonly #reader: Reader;
  readonly #name: number;
  readonly #at: number;
  readonly #body: number;
  readonly #paramNames: number;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.key = takeText(reader);
    this.#name = reader.next;
    skip(reader, 1);
    this.#at = skipRange(reader);
    this.#body = skipRange(reader);
    this.parent = take(reader);
    this.flags = take(reader);
    this.steps = take(reader);
    this.#paramNames = skipList(reader, 1);
    this.returns = takeList(reader, take);
    this.calls = takeList(reader, takeCall);
    const rare = take(reader);
    if (rare & Rare.ArgumentOf) this.argumentOf = [take(reader), take(reader)];
    if (rare & Rare.Owner) this.owner = take(reader);
    this.params = rare & Rare.Params ? takeList(reader, takeParam) : EMPTY;
    if (rare & Rare.Guards) this.guards = takeList(reader, takeGuard);
    if (rare & Rare.Defaults) this.defaults = takeList(reader, takeDefault);
    if (rare & Rare.HandsOn) this.handsOn = take(reader);
    this.operations = rare & Rare.Operations ? takeList(reader, takeOperation) : EMPTY;
    if (rare & Rare.Matches) this.matches = takeList(reader, takeMatch);
    if (rare & Rare.Bounded) this.bounded = takeList(reader, take);
    this.loops = rare & Rare.Loops ? takeList(reader, takeLoop) : EMPTY;
    if (rare & Rare.Recursion) this.recursion = takeRecursion(reader);
    if (rare & Rare.AwaitGroups) this.awaitGroups = takeList(reader, takeAwaitGroup);
    if (rare & Rare.OrderedAwaits) this.orderedAwaits = takeList(reader, takeOrderedAwait);
    if (rare & Rare.Joins) this.joins = takeList(reader, takeJoin);
    if (rare & Rare.Waits) this.waits = take(reader);
    this.decorators = rare & Rare.Decorators ? takeList(reader, take) : EMPTY;
    if (rare & Rare.Types) this.types = takeList(reader, take);
  }

  get name(): string {
    return readAt(this.#reader, this.#name, takeText);
  }

  get at(): Range {
    return readAt(this.#reader, this.#at, takeRange);
  }

  get body(): Range {
    return readAt(this.#reader, this.#body, takeRange);
  }

  get paramNames(): readonly string[] {
    return readAt(this.#reader, this.#paramNames, takeTexts);
  }

  toJSON(): FunctionFacts {
    const { name, at, body, paramNames } = this;
    return Object.assign({}, this, { name, at, body, paramNames });
  }
}

function takeCall(reader: Reader): CallFacts {
  return new PackedCall(reader);
}

function takeTexts(reader: Reader): readonly string[] {
  return takeList(reader, takeText);
}

function takeParam(reader: Reader): ValueId | null {
  const value = take(reader);
  return value < 0 ? null : value;
}

function takeLoop(reader: Reader): LoopFacts {
  const parent = take(reader);
  const kind = SIZE_TAGS[take(reader)];
  const text = takeText(reader);
  const amount = take(reader);
  if (kind === undefined) throw damaged();
  const size: SizeFacts = kind === 'constant' ? [kind, Number(text)] : [kind, amount, text];
  const share = take(reader);
  const steps = take(reader);
  const flags = take(reader);
  const name = takeText(reader);
  const at = takeRange(reader);
  return { at, text: name, parent, size, share, steps, flags, calls: takeList(reader, take) };
}

function takeRecursion(reader: Reader): RecursionFacts {
  const of = take(reader);
  const steps = takeList(reader, take);
  const text = takeText(reader);
  return { of, steps, at: takeRange(reader), text };
}

function takeAwaitGroup(reader: Reader): AwaitGroup {
  const kind = GROUP_KINDS[take(reader)];
  const bits = take(reader);
  const items = takeText(reader);
  if (kind === undefined) throw damaged();
  const awaits = takeList(reader, (from) => ({ call: take(from), at: takeRange(from) }));
  const calls = takeList(reader, take);
  const varying = takeList(reader, take);
  return { kind, awaits, calls, varying, items, isShort: (bits & 1) !== 0, stops: (bits & 2) !== 0 };
}

function takeOrderedAwait(reader: Reader): OrderedAwait {
  const why = ORDER_REASONS[take(reader)];
  if (why === undefined) throw damaged();
  return { why, at: takeRange(reader) };
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

function takeDefault(reader: Reader): ParameterDefault {
  return [take(reader), JSON.parse(takeText(reader)) as ParameterDefault[1]];
}

function takeJoin(reader: Reader): JoinFacts {
  const flags = take(reader);
  const each = take(reader) === 1;
  const text = takeText(reader);
  const at = takeRange(reader);
  return { jobs: takeList(reader, take), each, at, flags, text };
}

function takeMatch(reader: Reader): MatchFacts {
  const expression = take(reader);
  const flags = take(reader);
  const text = takeText(reader);
  const at = takeRange(reader);
  return { expression, subject: takeList(reader, take), at, flags, text };
}

/** Most objects are never looked into. */
export class PackedObject implements ObjectFacts {
  readonly #reader: Reader;
  readonly #place: number;
  #properties: readonly PropertyFacts[] | undefined;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#place = skipList(reader, 2);
    skipList(reader, 1);
  }

  get properties(): readonly PropertyFacts[] {
    return (this.#properties ??= readAt(this.#reader, this.#place, takeProperties));
  }

  get spreads(): readonly ValueId[] {
    return readAt(this.#reader, this.#place, takeSpreads);
  }

  toJSON(): ObjectFacts {
    const { properties, spreads } = this;
    return { properties, spreads };
  }
}

export function takeProperty(reader: Reader): PropertyFacts {
  return [takeText(reader), take(reader)];
}

function takeProperties(reader: Reader): readonly PropertyFacts[] {
  return takeList(reader, takeProperty);
}

function takeSpreads(reader: Reader): readonly ValueId[] {
  skipList(reader, 2);
  return takeList(reader, take);
}
