import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { joinPath, segmentsOf } from '../../src/catalog/canonical.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';

const files = builtinCatalog.filter((file) => file.language === 'python');
const catalog = compileCatalog(builtinCatalog);

/** Standard classes whose instances come from a function, or from a name that is one. */
const madeBy: Record<string, string> = {
  'asyncio.create_subprocess_exec()': 'asyncio.subprocess.Process',
  'asyncio.create_subprocess_shell()': 'asyncio.subprocess.Process',
  'asyncio.create_subprocess_exec().stdout': 'asyncio.StreamReader',
  'asyncio.run_coroutine_threadsafe()': 'concurrent.futures.Future',
  'concurrent.futures.ThreadPoolExecutor().map()': 'types.GeneratorType',
  'http.client.HTTPConnection().getresponse()': 'http.client.HTTPResponse',
  'http.client.HTTPSConnection().getresponse()': 'http.client.HTTPResponse',
  'multiprocessing.Pool()': 'multiprocessing.pool.Pool',
  'multiprocessing.Pool().apply_async()': 'multiprocessing.pool.AsyncResult',
  'multiprocessing.Queue()': 'multiprocessing.queues.Queue',
  'os.popen()': 'io.TextIOWrapper',
  're.compile()': 're.Pattern',
  'sqlite3.connect()': 'sqlite3.Connection',
  'sqlite3.connect().cursor()': 'sqlite3.Cursor',
  'threading.Condition().acquire': '_thread.RLock.acquire',
  'threading.Lock()': '_thread.LockType',
  'threading.RLock()': '_thread.RLock',
  'subprocess.Popen().stdout': 'io.BufferedReader',
  'tarfile.open()': 'tarfile.TarFile',
  'urllib.request.build_opener()': 'urllib.request.OpenerDirector',
};

/** Resolves dotted names, importing modules on the way, and compiles the examples. */
const PROGRAM = `
import importlib, json, sys
def resolve(path):
    parts = path.split('.')
    value = importlib.import_module(parts[0])
    for index, part in enumerate(parts[1:], 2):
        if not hasattr(value, part):
            try: importlib.import_module('.'.join(parts[:index]))
            except ImportError: return False
        value = getattr(value, part)
    return True
def has(path):
    try: return resolve(path)
    except (AttributeError, ImportError): return False
def compiles(text):
    try: compile(text, 'example', 'exec'); return True
    except SyntaxError: return False
asked = json.load(sys.stdin)
standard = set(sys.stdlib_module_names) | set(sys.builtin_module_names)
json.dump({
    'version': sys.version_info[:2],
    'missing': [path for path in asked['paths'] if path.split('.')[0] in standard and not has(path)],
    'standard': [name for name in asked['modules'] if name in standard],
    'broken': [name for name, text in asked['sources'].items() if not compiles(text)],
}, sys.stdout)
`;

interface Answer {
  readonly version: readonly [number, number];
  readonly missing: readonly string[];
  readonly standard: readonly string[];
  readonly broken: readonly string[];
}

/** `python:os.path.exists` is `os.path.exists`; the result of a call is looked up on its class. */
function pythonPath(name: string): string {
  const module = /^python:\w+/.exec(name)?.[0] ?? '';
  let path = module.slice('python:'.length);
  let seen = path;
  for (const segment of segmentsOf(name.slice(module.length))) {
    seen += segment;
    path = madeBy[seen] ?? (segment === '()' ? path : path + segment);
  }
  return path;
}

const entries = [...catalog.apis.values()].filter(({ name }) => name.startsWith('python:'));
const targets = entries.flatMap(({ entry }) => entry.replace.target ?? []).filter((name) => !name.includes('*'));
const callbacks = [...catalog.callbacks.keys()].filter((name) => /^python:(?!any\b)/.test(name));
const sinces = new Map(entries.map(({ name, entry }) => [pythonPath(name), entry.since]));

/** Newer than Python 3.11, and named by callbacks and replacements, which have no version. */
const NEWER = 'InterpreterPoolExecutor';

function ask(): Answer {
  const names = [...entries.map(({ name }) => name), ...targets, ...callbacks];
  const examples = files.flatMap(({ module, apis = [], waits = [] }) => [
    ...apis.map(({ name, example }) => [joinPath(module, name), example] as const),
    ...waits.map(({ names: [name = ''], example }) => [joinPath(module, name), example] as const),
  ]);
  const input = JSON.stringify({
    paths: [...new Set(names.map(pythonPath))],
    modules: files.map(({ module }) => module.slice('python:'.length)),
    sources: Object.fromEntries(examples),
  });
  const { stdout, stderr, status } = spawnSync('python3', ['-W', 'ignore', '-c', PROGRAM], { input, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Answer;
}

describe('catalog: against the running Python', () => {
  const { version, missing, standard, broken } = ask();
  const isOlder = (since = '0.0'): boolean => {
    const [major = 0, minor = 0] = since.split('.').map(Number);
    return version[0] < major || (version[0] === major && version[1] < minor);
  };

  it('has APIs, replacements and callbacks that exist in the standard library', () => {
    const known = missing.filter((path) => !isOlder(sinces.get(path)) && !path.includes(NEWER));
    assert.deepEqual(known, []);
    assert.ok(standard.length > 40);
  });

  it('has examples that compile', () => {
    assert.deepEqual(broken, []);
  });

  it('keeps names of Python apart from those of npm', () => {
    for (const { module } of files) assert.match(module, /^python:[A-Za-z_]\w*$/);
    const others = builtinCatalog.filter((file) => file.language !== 'python');
    assert.deepEqual(
      others.filter(({ module }) => module.startsWith('python:')),
      [],
    );
  });
});
