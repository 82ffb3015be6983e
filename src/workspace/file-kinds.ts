/** What a path says about the code behind it. `tests`, `tooling` and `output` are left out by default. */
export type PathKind = 'tests' | 'tooling' | 'output' | 'product';

/** Why something was left out that nobody named. */
export type LeftOutKind = Exclude<PathKind, 'product'> | 'ignored';

const sourceFile = /\.(?:[cm]?[jt]s|[jt]sx|py)$/i;
const declarationFile = /\.d\.(?:[^./]+\.)?[cm]?ts$/i;

/** Never holds code of the project, whoever names it. */
const foreignFolders = new Set(
  ['node_modules', 'bower_components', 'jspm_packages', '.git', '.hg', '.svn', '.yarn'].concat([
    'site-packages',
    'dist-packages',
    '__pycache__',
    '__pypackages__',
    'venv',
    'virtualenv',
  ]),
);

const outputFolders = new Set(['dist', 'build', 'out', 'coverage', 'vendor', 'vendors']);
const outputFile = /[.-](?:min|bundle|bundled|chunk|umd)\.[cm]?js$/i;

const testFolders = new Set(
  ['test', 'tests', '__tests__', '__specs__', 'e2e', 'fixtures', '__fixtures__', '__testfixtures__'].concat([
    'mocks',
    '__mocks__',
    '__snapshots__',
    'testdata',
    'test-utils',
  ]),
);
/** Tests at the top of a project, but a domain's own words below `src`. */
const outerTestFolders = new Set(['spec', 'specs', 'fixture', 'cypress', 'playwright']);
const testFile =
  /(?:^|[._-])(?:test|tests|spec|e2e|cy|stories|test-d|bench|benchmark)\.[^./]+$|^(?:test_.*|conftest)\.py$/i;

const toolFolders = new Set(['scripts', 'script', 'tools', 'tooling', 'bench', 'benchmark', 'benchmarks', 'perf']);
const toolFile = new RegExp(
  [
    String.raw`\.(?:config|conf|setup|workspace)(?:\.[^./]+)*\.[^./]+$`,
    String.raw`^\.`,
    String.raw`^(?:gulpfile|gruntfile|jakefile|knexfile|dangerfile|makefile|webpack(?:\.[^/]+)?)\.[^./]+$`,
    String.raw`^(?:setup|noxfile|fabfile|toxfile)\.py$`,
    String.raw`^(?:test|jest|vitest|mocha|karma|babel|rollup|vite)[.-](?:setup|config|conf|globals?)(?:\.[^/]+)?\.[^./]+$`,
  ].join('|'),
  'i',
);

/** Folders whose children are packages, so `packages/tools` is a package of that name and not a tool folder. */
const packageFolders = new Set(['packages', 'apps', 'services', 'libs', 'modules', 'plugins']);

/** Where a walk stands: what the folders above say of those below. */
export interface FolderState {
  readonly kind: PathKind;
  /** Below a folder named `src` only tests are special: `src/tools` and `src/vendor` are product code. */
  readonly inSource: boolean;
  readonly holdsPackages: boolean;
}

export const rootFolder: FolderState = { kind: 'product', inSource: false, holdsPackages: false };

export function isForeignFolder(name: string): boolean {
  return foreignFolders.has(name);
}

/** Whether the name is that of a file in a language that the analyser reads. Declarations hold no code. */
export function isSourceFile(name: string): boolean {
  return sourceFile.test(name) && !declarationFile.test(name);
}

/** The state below the folder `name`, given the state of its parent. */
export function enterFolder(parent: FolderState, name: string): FolderState {
  return {
    kind: parent.kind === 'product' ? folderKind(parent, name) : parent.kind,
    inSource: parent.inSource || name === 'src',
    holdsPackages: packageFolders.has(name),
  };
}

/** The kind of the file `name` in a folder with this state. */
export function fileKind(folder: FolderState, name: string): PathKind {
  if (folder.kind !== 'product') return folder.kind;
  if (testFile.test(name)) return 'tests';
  if (outputFile.test(name)) return 'output';
  return !folder.inSource && toolFile.test(name) ? 'tooling' : 'product';
}

/** The kind of a path relative to the root, with `/`. */
export function kindOfPath(path: string): PathKind {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const name = segments.pop();
  return name === undefined ? 'product' : fileKind(segments.reduce(enterFolder, rootFolder), name);
}

/** The kind of the code inside the folder at a path relative to the root. */
export function kindOfFolder(path: string): PathKind {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return segments.reduce(enterFolder, rootFolder).kind;
}

function folderKind(parent: FolderState, name: string): PathKind {
  if (testFolders.has(name)) return 'tests';
  if (parent.inSource || parent.holdsPackages) return 'product';
  if (outerTestFolders.has(name)) return 'tests';
  if (outputFolders.has(name) || (name.startsWith('.') && name.length > 1)) return 'output';
  return toolFolders.has(name) ? 'tooling' : 'product';
}
