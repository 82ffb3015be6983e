import type { RuleId } from './finding.ts';
import type { Range } from './range.ts';
import type { LostErrors } from './traits.ts';

/** How a fix frees the loop. */
export const fixStrategies = [
  'await-twin',
  'carry-async',
  'sleep',
  'safer-expression',
  'await-together',
  'offload',
  'yield',
  'async-copy',
  'unthread',
] as const;
export type FixStrategy = (typeof fixStrategies)[number];

/** `safe`: same results and same error types by construction. `unsafe`: its warnings say what to look at. */
export type Safety = 'safe' | 'unsafe';

export interface TextEdit {
  readonly at: Range;
  readonly text: string;
}

/** Edits of one file, in the order of the source; they do not overlap. */
export interface FileEdits {
  readonly file: string;
  readonly edits: readonly TextEdit[];
  /** The file does not exist yet. */
  readonly isNew?: boolean;
}

/** Why a fix ends where it ends. */
export interface Stop {
  /** `constructor`, `getter`, `public API`, … */
  readonly kind: string;
  /** One sentence that names the place's function or value. */
  readonly message: string;
  readonly file: string;
  readonly at?: Range;
}

/** What is known of the project of a file. */
export interface Surroundings {
  /** Names of the packages that the file may import. */
  readonly packages: ReadonlySet<string>;
  /** The oldest version of its language that the project runs on: `3.11`. */
  readonly oldest?: string | undefined;
  /** It, or what imports it, uses what only pages of browsers have. */
  readonly mayBePage?: () => boolean;
}

/** One way out of a finding: what an editor offers and what `loopwise fix` applies. */
export interface Fix {
  /** Says what changes, with the numbers of functions and files where there are several. */
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor';
  readonly rule: RuleId;
  readonly strategy: FixStrategy;
  /** Fingerprint of the finding that it repairs. */
  readonly finding: string;
  readonly safety: Safety;
  /** It fits the verdict and is what most people would do. */
  readonly isPreferred: boolean;
  /** Empty when it is disabled. */
  readonly changes: readonly FileEdits[];
  /** How many functions get another signature or body. */
  readonly functions: number;
  /** What to look at before it is applied: `code between … is no longer atomic`. */
  readonly warnings: readonly string[];
  /**
   * Places in tests that will not go through with it as they are. It is offered for one finding at a time, and never applied
   * along with others.
   */
  readonly tests?: readonly string[];
  /** Why it cannot be applied, and what to do instead. */
  readonly disabled?: { readonly reason: string; readonly stops: readonly Stop[]; readonly next?: string };
}

/** What one file has to do with a plan: the engine plans it, the language carries it out. */
export interface FilePlan {
  readonly file: string;
  /** Calls of blocking APIs that get their asynchronous twin. */
  readonly operations: readonly PlannedOperation[];
  /** Functions that become asynchronous. */
  readonly functions: readonly PlannedFunction[];
  /** Calls that get awaited. */
  readonly awaits: readonly PlannedCall[];
  /** Calls that run one of the functions as a callback before they return (`map`). */
  readonly callbacks: readonly PlannedCallback[];
  /** Calls that are handed one of the functions to run it later. */
  readonly handovers: readonly PlannedHandover[];
  /** Names under which the file may import one of the functions: every use must be one of the calls above. */
  readonly imported: readonly ImportedName[];
  /** Names of methods that become asynchronous: calls by these names on objects of which nothing is known may mean them. */
  readonly members?: readonly string[];
  /** Calls whose promise must not be dropped. */
  readonly unawaited: readonly Range[];
  /** Functions that make and return one of the functions: every use must be one of the calls in `results`. */
  readonly makers?: readonly PlannedMaker[];
  /** Calls that return one of the functions: every use of what they return must be one of the calls above. */
  readonly results?: readonly Range[];
  /** Copies that the file exports beside what it exports of another one. */
  readonly reexports?: readonly PlannedReexport[];
  /** What moves to a thread from this file. */
  readonly offload?: PlannedOffload;
  /** What its operations of the shape `thread` call, where that stands in another file. */
  readonly thread?: { readonly thread: ThreadFunction; readonly layout: OffloadLayout };
}

/** Work that moves to a thread. */
export interface PlannedOffload {
  /** A function at the top level of the file, by its key. None: the code at `at`, a call or a loop. */
  readonly key?: string;
  readonly at: Range;
  /** A thread may load the file as it is: that runs nothing but declarations. */
  readonly mayLoad: boolean;
  /** Modules that the file imports and a thread must not load: loading them does more than declare. */
  readonly unfit: readonly string[];
  readonly layout: OffloadLayout;
  /** The file of a Web Worker that serves the function already. */
  readonly worker?: string;
}

/** How the package of a file runs its code, and which files there are for what is offloaded. */
export interface OffloadLayout {
  /** Undefined: the file says it. */
  readonly format: 'module' | 'commonjs' | undefined;
  /** What relative specifiers end in: `.js`, `.ts`, or nothing. */
  readonly extension: string;
  /** The file that has the threads, and whether it is to be written. */
  readonly pool: ThreadPool;
  /** The pool library that the package has. */
  readonly library: PoolLibrary | undefined;
  /** How TypeScript comes to run: compiled; by tsx, whose hooks threads do not inherit; or by Node.js, which leaves the types out. */
  readonly typeScript: 'compiled' | 'tsx' | 'stripped';
  /** It runs in a browser: how a page names the file of a worker. */
  readonly web?: WebLayout;
  /** Whether a file of that name exists. */
  readonly isTaken: (file: string) => boolean;
}

export interface WebLayout {
  /** A bundler looks for sources by their own names; else files are named as they are served. */
  readonly isBundled: boolean;
}

export interface ThreadPool {
  readonly file: string;
  readonly isNew: boolean;
  /** It can be given arrays instead of copies, and signals that end a computation: older files cannot. */
  readonly takesMore: boolean;
}

export type PoolLibrary = 'piscina' | 'tinypool' | 'workerpool';

/** A function that runs on a thread when it is called by that name. */
export interface ThreadFunction {
  /** The file that exports it. */
  readonly file: string;
  readonly name: string;
  /** A Web Worker, which each file that calls it starts for itself: its file, the function that it serves, and where that is. */
  readonly worker?: { readonly file: string; readonly compute: string; readonly declaredIn: string };
  /** What the function does with its parameters, in their order. */
  readonly parameters: readonly ParameterUse[];
  /** What it returns: something that can be copied, code, or what only its use tells. */
  readonly result: 'data' | 'code' | 'open';
}

/** A file that a fix adds. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
}

/** `copied`: it can only be data. `refused`: it cannot be copied, for the reason. `open`: the argument decides. */
export type ParameterUse =
  { readonly kind: 'copied' | 'open' } | { readonly kind: 'refused'; readonly reason: string; readonly line: number };

export interface PlannedCall {
  /** As in `CallFacts.at`. */
  readonly at: Range;
  /** Name of what is called, for messages. */
  readonly callee: string;
  /** Name of the asynchronous copy that is called in its place. */
  readonly copy?: string;
}

export interface PlannedOperation {
  readonly at: Range;
  /** Canonical name of the API. */
  readonly api: string;
  readonly target: string;
  readonly shape: string;
  /** What counts in place of these in some versions of the package; gone once the versions are looked up. */
  readonly versions?: readonly VersionedTarget[] | undefined;
  /** Without it there is no fix; others of the same function are taken along where possible. */
  readonly isRequired: boolean;
}

/** A twin in versions from one on, or below one. */
export interface VersionedTarget {
  readonly from?: string;
  readonly below?: string;
  readonly target: string;
  readonly shape: string;
}

export interface PlannedFunction {
  readonly key: string;
  readonly name: string;
  readonly at: Range;
  /** The function stays; a copy of this name, put beside it, becomes asynchronous. */
  readonly copy?: string;
  /** What calls it for many items in another file: `map`. */
  readonly calledBy?: string;
  /** What becomes of its errors, and the parameter that takes them. */
  readonly errors?: LostErrors;
}

export interface PlannedCallback {
  readonly at: Range;
  /** `map`, `Array.from`; undefined: a function of the project. */
  readonly method: string | undefined;
  readonly key: string;
  /** Names of the function's parameters; empty for what has no name. */
  readonly parameters: readonly string[];
}

export interface PlannedHandover {
  readonly at: Range;
  /** The function, where the callee is not known: then it must return nothing; empty when it is another file's. */
  readonly key?: string;
}

/** A regular expression that gets another pattern. */
export interface PlannedExpression {
  readonly pattern: string;
  readonly flags: string;
  readonly safer: string;
}

/** A thread that only waits, and the file that it runs. */
export interface PlannedUnthread {
  /** The `Worker` that is started. */
  readonly at: Range;
  readonly worker: { readonly file: string; readonly text: string };
}

/** The files of both sides when a thread became a function. */
export interface UnthreadRewrite {
  /** What the function is called. */
  readonly name: string;
  readonly caller: FileRewrite;
  readonly worker: FileRewrite;
}

/** Awaits that do not need each other. */
export interface PlannedAwaits {
  /** Statements in a row, or the rounds of a loop. */
  readonly kind: 'row' | 'rounds';
  /** The whole `await` expressions. */
  readonly together: readonly Range[];
  /** Packages that the file may import. */
  readonly packages: ReadonlySet<string>;
  /** Only some rounds at once, where there may be many. */
  readonly isBounded: boolean;
}

/** A job that a call hands over, and where it is better run. */
export interface PlannedJob {
  /** The name of what is called. */
  readonly at: Range;
  readonly to: 'process' | 'thread';
}

/** `export { name } from 'specifier'`, which gets `copy` beside it. */
export interface PlannedReexport {
  readonly specifier: string;
  readonly name: string;
  readonly copy: string;
}

/** `route(config)` returns a handler: both by their keys. */
export interface PlannedMaker {
  readonly key: string;
  readonly result: string;
}

export interface ImportedName {
  readonly specifier: string;
  /** `default`, or `*` for whatever the module has: then `member` counts. */
  readonly name: string;
}

/** A file carried through a plan. */
export interface FileRewrite {
  /** What becomes of the operation, where the plan leaves that open: `run open in a thread`. */
  readonly swap?: string | undefined;
  readonly edits: readonly TextEdit[];
  readonly stops: readonly Stop[];
  readonly warnings: readonly string[];
  readonly created?: readonly NewFile[];
  /** Lines where what a function returns is dropped, though that comes later now. */
  readonly dropped?: readonly number[];
  /** What its `offload` became. */
  readonly thread?: ThreadFunction;
}
