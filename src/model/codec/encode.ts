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
import { EXPORT_TAGS, GROUP_KINDS, GUARD_TAGS, ORDER_REASONS, type Rest, SIZE_TAGS, VALUE_TAGS } from './layout.ts';
import { closeWriter, openWriter, put, putList, putNumbers, putRange, putText, type Writer } from './writer.ts';

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

function putValue(writer: Writer, value: Value): void {
  put(writer, VALUE_TAGS.indexOf(value[0]));
  switch (value[0]) {
    case 'unknown':
      break;
    case 'import':
    case 'function':
    case 'class':
    case 'object':
    case 'result':
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
  putNumbers(writer, call.args);
  putList(writer, call.keywords, putText);
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

function putRecursion(writer: Writer, recursion: RecursionFacts | undefined): void {
  put(writer, recursion?.of ?? -1);
  if (!recursion) return;
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
  put(writer, fn.argumentOf?.[0] ?? -1);
  put(writer, fn.argumentOf?.[1] ?? -1);
  put(writer, fn.owner ?? -1);
  putList(writer, fn.paramNames, putText);
  putList(writer, fn.params, (to, param) => {
    put(to, param ?? -1);
  });
  putNumbers(writer, fn.returns);
  putList(writer, fn.calls, putCall);
  putList(writer, fn.guards, putGuard);
  putList(writer, fn.defaults, putDefault);
  put(writer, fn.handsOn ?? -1);
  putList(writer, fn.operations, putOperation);
  putList(writer, fn.matches, putMatch);
  putNumbers(writer, fn.bounded);
  put(writer, fn.steps);
  putList(writer, fn.loops, putLoop);
  putRecursion(writer, fn.recursion);
  putList(writer, fn.awaitGroups, putAwaitGroup);
  putList(writer, fn.orderedAwaits, putOrderedAwait);
  putList(writer, fn.joins, putJoin);
  put(writer, fn.waits ?? 0);
  putNumbers(writer, fn.decorators);
  putNumbers(writer, fn.types);
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
