import type { LanguageTraits } from '../../model/traits.ts';
import { techniquesOf } from './techniques.ts';

function modules(names: string): string[] {
  return names.split(' ').map((name) => `python:${name}`);
}

const BUILT_IN =
  'builtins math json re operator itertools functools collections copy string textwrap base64 struct hashlib';

export const traits: LanguageTraits = {
  immediate: new Set(modules(`${BUILT_IN} bisect heapq statistics decimal fractions random datetime zlib pickle csv`)),
  light: new Set(modules('builtins math operator datetime sys logging threading')),
  waiting: new Set(['python:time.sleep', 'python:builtins.input']),
  promise: undefined,
  iterates: new Map([
    ['map', 0],
    ['filter', 0],
    ['sort', -1],
    ['sub', -1],
  ]),
  short: new Set(
    (
      'find rfind index rindex count startswith endswith isdigit isalpha isalnum isspace isidentifier isnumeric ' +
      'match search fullmatch findall finditer group groups start end span __len__ __contains__'
    ).split(' '),
  ),
  manages: new Set(['__aenter__', '__aexit__']),
  item: '__next__',
  describing: new Set(['wraps', 'update_wrapper', 'partial', 'signature', 'iscoroutinefunction']),
  className: /^_*[A-Z]\w*[a-z]/,
  givesItem: new Set(['__next__', '__getitem__', 'pop', 'popleft']),
  wholes: undefined,
  few: new Set(['python:sys.argv', 'python:os.environ']),
  fewText: undefined,
  forwarding: new Set(),
  mayOmit: false,
  emptyIsFalse: true,
  serving: new Set(['serve_forever', 'run_app']),
  declaring: undefined,
  reactions: new Set(['add_done_callback']),
  count: (text) => `len(${text})`,
  repeated: (text, times) => `${text} * ${times}`,
  waitingCode: {
    timer: 'python:asyncio.sleep',
    strategies: new Set(['await-twin', 'offload']),
    elsewhere: ['process', 'thread'],
    exportsAll: true,
    waitsForAll: false,
    pending: 'a coroutine',
    bodyWaits: () => undefined,
    errorsOf: ({ name, role }) => ({
      warning: `${name} becomes an async ${role}: an error in it is told when its task is collected`,
    }),
  },
  techniques: techniquesOf,
};
