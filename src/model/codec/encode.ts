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
  ValueId,
  ValueTable,
} from '../facts.ts';
import {
  EXPORT_TAGS,
  GROUP_KINDS,
  GUARD_TAGS,
  ORDER_REASONS,
  Rare,
  RESULT_WITH_ARGUMENTS,
  type Rest,
  SIZE_TAGS,
  VALUE_TAGS,
} from './layout.ts';
import {
  closeWriter,
  openWriter,
  put,
  putEach,
  putList,
  putNumbers,
  putRange,
  putText,
  type Writer,
} from './writer.ts';

/**
 * Facts as bytes: all texts in one, and behind them a list of integers that take as few bytes as they need. It is what
 * crosses threads and what is kept on disk, a quarter of the size of the same facts as JSON.
 */
export function encodeFacts(facts: FileFacts): Uint8Array {
  const writer = openWriter();
  writeFacts(writer, facts);
  return closeWriter(writer, facts.values.length);
}

function putValues(writer: Writer, values: ValueTable): void {
  for (let id = 0; id < values.length; id += 1) putValue(writer, values.at(id) ?? ['unknown']);
}

const TAG_NUMBERS: ReadonlyMap<Value[0], number> = new Map(VALUE_TAGS.map((tag, index) => [tag, index]));

function putValue(writer: Writer, value: Value): void {
  const hasArguments = value[0] === 'result' && value[2] !== undefined;
  put(writer, hasArguments ? RESULT_WITH_ARGUMENTS : (TAG_NUMBERS.get(value[0]) ?? 0));
  switch (value[0]) {
    case 'unknown':
      break;
    case 'result':
      put(writer, value[1]);
      if (value[2]) putNumbers(writer, value[2]);
      break;
    case 'import':
    case 'function':
    case 'class':
    case 'object':
    case 'instance':
      put(writer, value[1]);
      break;
    case 'param':
      put(writer, value[1]);
      put(writer, value[2]);
      break;
    case 'global':
      putText(writer, value[1]);
      break;
    case 'member':
      put(writer, value[1]);
      putText(writer, value[2]);
      break;
    case 'array':
    case 'union':
      putNumbers(writer, value[1]);
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
  put(writer, call.callee);
  put(writer, call.flags);
  putText(writer, call.text);
  putRange(writer, call.at);
  const { args, keywords } = call;
  put(writer, args.length * 2 + (keywords ? 1 : 0));
  putEach(writer, args);
  if (keywords) putList(writer, keywords, putText);
}

function putOperation(writer: Writer, operation: OperationFacts): void {
  putText(writer, operation.text);
  put(writer, operation.flags);
  putRange(writer, operation.at);
}

function putGuard(writer: Writer, { param, test, value, wanted, calls }: ParameterGuard): void {
  put(writer, param);
  put(writer, GUARD_TAGS.indexOf(test));
  put(writer, wanted ? 1 : 0);
  put(writer, calls[0]);
  put(writer, calls[1]);
  putText(writer, JSON.stringify(value));
}

function putDefault(writer: Writer, [param, value]: ParameterDefault): void {
  put(writer, param);
  putText(writer, JSON.stringify(value));
}

function putMatch(writer: Writer, match: MatchFacts): void {
  put(writer, match.expression);
  put(writer, match.flags);
  putText(writer, match.text);
  putRange(writer, match.at);
  putNumbers(writer, match.subject);
}

function putLoop(writer: Writer, loop: LoopFacts): void {
  const [kind, amount, text] = loop.size;
  put(writer, loop.parent);
  put(writer, SIZE_TAGS.indexOf(kind));
  putText(writer, kind === 'constant' ? String(amount) : text);
  put(writer, kind === 'constant' ? 0 : amount);
  put(writer, loop.share);
  put(writer, loop.steps);
  put(writer, loop.flags);
  putText(writer, loop.text);
  putRange(writer, loop.at);
  putNumbers(writer, loop.calls);
}

function putRecursion(writer: Writer, recursion: RecursionFacts): void {
  put(writer, recursion.of);
  putNumbers(writer, recursion.steps);
  putText(writer, recursion.text);
  putRange(writer, recursion.at);
}

function putAwaitGroup(writer: Writer, group: AwaitGroup): void {
  put(writer, GROUP_KINDS.indexOf(group.kind));
  put(writer, (group.isShort ? 1 : 0) | (group.stops ? 2 : 0));
  putText(writer, group.items);
  putList(writer, group.awaits, (to, { call, at }) => {
    put(to, call);
    putRange(to, at);
  });
  putNumbers(writer, group.calls);
  putNumbers(writer, group.varying);
}

function putOrderedAwait(writer: Writer, { at, why }: OrderedAwait): void {
  put(writer, ORDER_REASONS.indexOf(why));
  putRange(writer, at);
}

function putJoin(writer: Writer, join: JoinFacts): void {
  put(writer, join.flags);
  put(writer, join.each ? 1 : 0);
  putText(writer, join.text);
  putRange(writer, join.at);
  putNumbers(writer, join.jobs);
}

function putFunction(writer: Writer, fn: FunctionFacts): void {
  putText(writer, fn.key);
  putText(writer, fn.name);
  putRange(writer, fn.at);
  putRange(writer, fn.body);
  put(writer, fn.parent);
  put(writer, fn.flags);
  put(writer, fn.steps);
  putList(writer, fn.paramNames, putText);
  putNumbers(writer, fn.returns);
  putList(writer, fn.calls, putCall);
  putRare(writer, fn);
}

function putRare(writer: Writer, fn: FunctionFacts): void {
  const rare = rareOf(fn);
  put(writer, rare);
  if (rare === 0) return;
  if (fn.argumentOf) putEach(writer, fn.argumentOf);
  if (fn.owner !== undefined) put(writer, fn.owner);
  if (rare & Rare.Params) putList(writer, fn.params, putParam);
  if (rare & Rare.Guards) putList(writer, fn.guards, putGuard);
  if (rare & Rare.Defaults) putList(writer, fn.defaults, putDefault);
  if (fn.handsOn !== undefined) put(writer, fn.handsOn);
  if (rare & Rare.Operations) putList(writer, fn.operations, putOperation);
  if (rare & Rare.Matches) putList(writer, fn.matches, putMatch);
  if (rare & Rare.Bounded) putNumbers(writer, fn.bounded);
  if (rare & Rare.Loops) putList(writer, fn.loops, putLoop);
  if (fn.recursion) putRecursion(writer, fn.recursion);
  if (rare & Rare.AwaitGroups) putList(writer, fn.awaitGroups, putAwaitGroup);
  if (rare & Rare.OrderedAwaits) putList(writer, fn.orderedAwaits, putOrderedAwait);
  if (rare & Rare.Joins) putList(writer, fn.joins, putJoin);
  if (fn.waits !== undefined) put(writer, fn.waits);
  if (rare & Rare.Decorators) putNumbers(writer, fn.decorators);
  if (rare & Rare.Types) putNumbers(writer, fn.types);
}

function rareOf(fn: FunctionFacts): number {
  return (
    (fn.argumentOf ? Rare.ArgumentOf : 0) |
    (fn.owner === undefined ? 0 : Rare.Owner) |
    (fn.params.length > 0 ? Rare.Params : 0) |
    (fn.guards ? Rare.Guards : 0) |
    (fn.defaults ? Rare.Defaults : 0) |
    (fn.handsOn === undefined ? 0 : Rare.HandsOn) |
    (fn.operations.length > 0 ? Rare.Operations : 0) |
    (fn.matches ? Rare.Matches : 0) |
    (fn.bounded ? Rare.Bounded : 0) |
    (fn.loops.length > 0 ? Rare.Loops : 0) |
    (fn.recursion ? Rare.Recursion : 0) |
    (fn.awaitGroups ? Rare.AwaitGroups : 0) |
    (fn.orderedAwaits ? Rare.OrderedAwaits : 0) |
    (fn.joins ? Rare.Joins : 0) |
    (fn.waits === undefined ? 0 : Rare.Waits) |
    (fn.decorators.length > 0 ? Rare.Decorators : 0) |
    (fn.types ? Rare.Types : 0)
  );
}

function putParam(writer: Writer, param: ValueId | null): void {
  put(writer, param ?? -1);
}

function putProperty(writer: Writer, [name, value]: PropertyFacts): void {
  putText(writer, name);
  put(writer, value);
}

function putClass(writer: Writer, facts: ClassFacts): void {
  putText(writer, facts.name);
  put(writer, facts.superclass ?? -1);
  putNumbers(writer, facts.furtherSuperclasses);
  putList(writer, facts.members, putProperty);
  putList(writer, facts.statics, putProperty);
  putNumbers(writer, facts.decorators);
  putNumbers(writer, facts.interfaces);
}

function putObject(writer: Writer, object: ObjectFacts): void {
  putList(writer, object.properties, putProperty);
  putNumbers(writer, object.spreads);
}

function putExport(writer: Writer, entry: ExportFacts): void {
  put(writer, EXPORT_TAGS.indexOf(entry[0]));
  switch (entry[0]) {
    case 'named':
      putText(writer, entry[1]);
      put(writer, entry[2]);
      break;
    case 'reexport':
      putText(writer, entry[1]);
      put(writer, entry[2]);
      putText(writer, entry[3]);
      break;
    default:
      put(writer, entry[1]);
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
  put(writer, facts.lines);
  putList(writer, facts.imports, putText);
  putValues(writer, facts.values);
  putList(writer, facts.functions, putFunction);
  putList(writer, facts.classes, putClass);
  putList(writer, facts.objects, putObject);
  putList(writer, facts.exports, putExport);
  putList(writer, facts.assignments, (to, [target, name, value]) => {
    put(to, target);
    put(to, value);
    putText(to, name);
  });
  putList(writer, facts.submodules, (to, [module, name, submodule]) => {
    put(to, module);
    put(to, submodule);
    putText(to, name);
  });
}
