import { CallFlag } from '../../model/facts.ts';
import { HARMLESS } from './builtins.ts';
import type { Evaluator } from './evaluator.ts';
import type { Binding, CallRecord, FunctionRecord } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Node, part, unwrap } from './tree.ts';
import { textOf } from './walk-state.ts';

/** What calls change beside the function's own variables: it decides whether they may change places. */

/** Built-in methods that only look at what they are called on. */
const LOOKING = new Set(
  (
    'get items keys values copy count index find rfind rindex split rsplit splitlines partition rpartition join strip ' +
    'lstrip rstrip lower upper title capitalize casefold startswith endswith replace format format_map encode decode ' +
    'removeprefix removesuffix zfill ljust rjust center isdigit isalpha isalnum isspace islower isupper isnumeric ' +
    'isidentifier isoformat strftime timestamp date time total_seconds hex as_posix with_suffix with_name joinpath ' +
    'relative_to union intersection difference issubset issuperset isdisjoint group groups groupdict match search ' +
    'fullmatch findall finditer model_dump dict json raise_for_status'
  ).split(' '),
);
/** Built-in methods that change what they are called on. */
const CHANGING = new Set(
  'append extend insert add update setdefault pop popitem remove discard clear sort reverse appendleft popleft'.split(
    ' ',
  ),
);
/** Attribute of a module: they change nothing. */
const QUIET_MODULES = new Set(
  'math json re itertools functools operator datetime urllib.parse os.path copy string textwrap uuid base64 hashlib html logging warnings'.split(
    ' ',
  ),
);

/** What is said of a failure, and to whom, hangs on no order; what is waited for then may. */
export function isComplaint({ flags }: CallRecord): boolean {
  return (flags & CallFlag.OnFailure) !== 0 && (flags & CallFlag.Awaited) === 0;
}

/** A call of something built in that changes nothing beside the function's own values. */
export function isQuietCall(evaluator: Evaluator, fn: FunctionRecord, { callee, method, scope }: CallRecord): boolean {
  if (method !== undefined) return false;
  const node = unwrap(callee);
  const { walk } = evaluator;
  if (node.type === 'identifier') {
    const name = textOf(walk, node);
    return HARMLESS.has(name) && name !== 'setattr' && name !== 'delattr' && !lookUp(scope, name);
  }
  const [object, attribute] = [part(node, 'object'), part(node, 'attribute')];
  if (node.type !== 'attribute' || !object || !attribute) return false;
  const name = textOf(walk, attribute);
  if (isQuietModule(evaluator, object, scope)) return true;
  return (
    LOOKING.has(name) ||
    (CHANGING.has(name) && isOwn(evaluator, fn, unwrap(object), scope)) ||
    isLog(name, object, evaluator)
  );
}

/** `logger.info(…)`. */
function isLog(name: string, object: Node, { walk }: Evaluator): boolean {
  const isLevel = /^(?:debug|info|warning|error|exception|critical|log)$/.test(name);
  return isLevel && /^(?:self\.)?_*log(?:ger|ging)?$/i.test(textOf(walk, object));
}

function isQuietModule(evaluator: Evaluator, object: Node, scope: CallRecord['scope']): boolean {
  const value = evaluator.values[evaluator.evaluate(object, scope)];
  if (value?.[0] === 'import') {
    const module = (evaluator.imports[value[1]] ?? '').replace(/^python:/, '');
    return QUIET_MODULES.has(module);
  }
  return false;
}

/** `time.time()`, `time.perf_counter()`, `loop.time()`. */
export function readsClock({ walk }: Evaluator, { callee }: CallRecord): boolean {
  return /(?:^|\.)(?:time|perf_counter|monotonic|process_time)(?:_ns)?$/.test(textOf(walk, unwrap(callee)));
}

/** Something that the function made itself, so that nobody else sees it change. */
function isOwn({ walk }: Evaluator, fn: FunctionRecord, object: Node, scope: CallRecord['scope']): boolean {
  let root = object;
  while (root.type === 'subscript' && root.children[0]) root = unwrap(root.children[0]);
  const binding = root.type === 'identifier' ? lookUp(scope, textOf(walk, root)) : undefined;
  return binding?.scope.fn === fn && binding.writes.length > 0 && binding.writes.every(isFresh);
}

const FRESH =
  /^(?:list|dictionary|set|tuple|string|integer|call|await|list_comprehension|dictionary_comprehension|set_comprehension)$/;

function isFresh(write: Binding['writes'][number]): boolean {
  return write.kind === 'expression' && FRESH.test(unwrap(write.node).type);
}
