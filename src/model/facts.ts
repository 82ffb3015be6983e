import type { Range } from './range.ts';

/** An index into `FileFacts.values`. */
export type ValueId = number;

/**
 * What an expression evaluates to, as far as one file can tell. Values refer to each other by index, so
 * `fs.promises.readFile` is a chain of two members over an import. Tuples because facts hold many.
 */
export type Value =
  /** The namespace object of module `FileFacts.imports[index]`. */
  | readonly ['import', number]
  /** A name that no scope of the file declares. */
  | readonly ['global', string]
  /** `FileFacts.functions[index]`. */
  | readonly ['function', number]
  /** `FileFacts.classes[index]`. */
  | readonly ['class', number]
  /** `FileFacts.objects[index]`. */
  | readonly ['object', number]
  | readonly ['member', ValueId, string]
  /** What a call of the value returns; an awaited result is the same value. With what the call hands over, where that has functions of the project. */
  | readonly ['result', ValueId, (readonly ValueId[])?]
  /** An instance of the class that the value is: `new C()`, a parameter annotated with `C`, `this`. */
  | readonly ['instance', ValueId]
  /** Parameter `1` of function `0`. */
  | readonly ['param', number, number]
  | readonly ['literal', string | number | boolean | null]
  /** A regular expression, `[_, pattern, flags]`: only those that may take more than linear time. */
  | readonly ['regex', string, string]
  /** A list of these. Where it stands in place of a function, a call gives one of them. */
  | readonly ['array', readonly ValueId[]]
  /** One of several values: a conditional, a variable with several assignments. */
  | readonly ['union', readonly ValueId[]]
  | readonly ['unknown'];

/** Values by their `ValueId`: an array, or something smaller that unpacks them when they are asked for. */
export interface ValueTable {
  readonly length: number;
  at(id: ValueId): Value | undefined;
  /** What kind of value it is, where that can be told without unpacking it. */
  tagAt?(id: ValueId): Value[0] | undefined;
}

export const CallFlag = {
  /** `new C()`. */
  New: 1,
  /** `await f()`. */
  Awaited: 2,
  /** Inside a loop of the same function. */
  InLoop: 4,
  /** Inside a loop that has no end of its own (`while (true)`): it runs while the loop serves. */
  InEndlessLoop: 8,
  /** Its result is kept and guarded, so it runs once (`cache ??= read()`, `if (!cache) cache = read()`). */
  Memoised: 16,
  /** The process ends right after it. */
  BeforeExit: 32,
  /** In code that only runs off the event loop's thread (`if (!isMainThread)`), or only while the program is being developed. */
  OffLoop: 64,
  /** Its result is kept by a key, so it runs once for each (`if (!cache.has(key)) cache.set(key, read(key))`). */
  Kept: 128,
  /** In a branch that is taken when something failed: a `catch`, `if (err)`. */
  OnFailure: 256,
  /** Something built in that changes nothing which outlives the caller, functions that it is handed apart. */
  Quiet: 512,
  /** No call in the source, but an attribute that is read: it calls something only if a getter stands behind it. */
  Read: 1024,
  /** An argument is a file that is held in memory. */
  InMemory: 2048,
  /** What it begins is not over while the function waits: `with lock:` around an `await`. */
  OverWait: 4096,
  /** What it gives is handed to a library: what that does with it is not known. */
  HandedOver: 8192,
  /** It has further arguments, of which nothing is known. */
  HasMore: 16384,
  /** In a branch that is taken only where a variable of the environment is set: `if (process.env.ADMIN)`. */
  Configured: 32768,
} as const;

export interface CallFacts {
  readonly callee: ValueId;
  readonly args: readonly ValueId[];
  /** Names of the last arguments, if they are given by name: `run(command, timeout=5)`. `*` and `**`: some that the source does not show. */
  readonly keywords?: readonly string[];
  /** The callee's name, not the statement. */
  readonly at: Range;
  /** A union of `CallFlag` bits. */
  readonly flags: number;
  /** The source text of the callee, shortened: `fs.readFileSync`. */
  readonly text: string;
}

/** A blocking piece of code that is no call. */
export interface OperationFacts {
  /** `spin`: a loop that does nothing but watch the clock. */
  readonly kind: 'spin';
  readonly at: Range;
  readonly text: string;
  readonly flags: number;
}

/** A regular expression that is applied to a text. */
export interface MatchFacts {
  readonly expression: ValueId;
  /** Values that the text is, or is made of, by steps that keep its length unbounded. */
  readonly subject: readonly ValueId[];
  readonly at: Range;
  /** A union of `CallFlag` bits. */
  readonly flags: number;
  /** The source text of the callee, shortened: `EMAIL.test`. */
  readonly text: string;
}

/** Promises that are waited for together: `Promise.all(items.map(load))`. */
export interface JoinFacts {
  /** What makes the promises: functions that are called for each, or the callees of the calls. */
  readonly jobs: readonly ValueId[];
  /** One job is called for each item of a list. */
  readonly each: boolean;
  readonly at: Range;
  readonly flags: number;
  /** The source text of the callee: `Promise.all`. */
  readonly text: string;
}

export const FunctionFlag = {
  Async: 1,
  Generator: 2,
  Getter: 4,
  Setter: 8,
  Constructor: 16,
  /** A method of a class or an object: callers may exist that no file shows. */
  Method: 32,
  /** Used as a value somewhere that the facts do not follow: callers may exist that no file shows. */
  Escapes: 64,
  /** `@blocking` in its doc comment. */
  DeclaredBlocking: 128,
  /** `@nonblocking` in its doc comment. */
  DeclaredNonblocking: 256,
  /** It awaits something that may not be there yet, or yields. */
  Waits: 512,
  /** It changes something that outlives it, or calls something unknown. */
  TouchesOutside: 1024,
  /** It has a loop that does not wait. */
  Loops: 2048,
  /** A call of it runs nothing yet: whoever calls it, its body runs on the loop alone. */
  Deferred: 4096,
  /** It may end the process, as commands do, and what brings a program up. */
  Exits: 8192,
} as const;

/** Calls that are made only if a parameter, to which nothing else is assigned, passes a test: `if (mode === 'file')`. */
export interface ParameterGuard {
  readonly param: number;
  /** `is` the value, is `truthy`, or its `typeof` is the value. */
  readonly test: 'is' | 'truthy' | 'typeof';
  readonly value: string | number | boolean | null;
  /** The outcome with which the calls are made. */
  readonly wanted: boolean;
  /** The first of the calls, and the first after them. */
  readonly calls: readonly [number, number];
}

/** A parameter, and the constant that it is when a call leaves it out. */
export type ParameterDefault = readonly [param: number, value: ParameterGuard['value']];

/** How often something is done, as far as one file can tell. */
export type SizeFacts =
  | readonly ['constant', number]
  /** As often as the value has items, and the source text of the value. */
  | readonly ['items', ValueId, string]
  /** As often as the number says that the value is. */
  | readonly ['number', ValueId, string];

export const LoopFlag = {
  /** The body is a function that is handed to the call: its work is the function's. */
  Callback: 1,
  /** A built-in operation that looks at every item: its body is its own. */
  Scan: 2,
  /** The scan looks up one item: an index does without it. */
  Lookup: 4,
  /** The scan makes a copy of a collection that grows. */
  Copy: 8,
  /** The scan puts a collection in order. */
  Sort: 16,
  /** It compares a collection with itself, every pair once. */
  Triangle: 32,
} as const;

/** Code that runs once for each of some items. Loops whose number of rounds is not known, or that wait in each round, are left out. */
export interface LoopFacts {
  /** The head of the loop, or the name of the method. */
  readonly at: Range;
  /** The source text of it, shortened. */
  readonly text: string;
  /** The loop of the same function that it stands in; -1 is none. */
  readonly parent: number;
  readonly size: SizeFacts;
  /** Rounds in thousandths of the size. */
  readonly share: number;
  /** Steps of one round, calls and nested loops apart. */
  readonly steps: number;
  /** A union of `LoopFlag` bits. */
  readonly flags: number;
  /** Calls that each round makes, by their index in the function. */
  readonly calls: readonly number[];
}

/** A function that calls itself more than once on its way, so that its work doubles, say, with each step. */
export interface RecursionFacts {
  /** The parameter that comes closer to its end with each call. */
  readonly of: ValueId;
  /** By how much, for each of the calls that one call makes; none: one call for each item of a list, which then has one item less. */
  readonly steps: readonly number[];
  /** Where the first of them is. */
  readonly at: Range;
  readonly text: string;
}

/** An await in a loop that has to wait for the round before. */
export interface OrderedAwait {
  /** The keyword. */
  readonly at: Range;
  /** `next`: it needs what the round before has found. `retry`: the next round is for when this one fails. `first`: the loop ends when a result says so. */
  readonly why: 'next' | 'retry' | 'first';
}

/** Awaits that may run together as far as one function shows: no value, no order and no condition ties them to each other. */
export interface AwaitGroup {
  /** `each`: the rounds of a loop. `row`: one statement after another. */
  readonly kind: 'each' | 'row';
  /** What is awaited, in order: index of the call, and the range of the whole `await`. */
  readonly awaits: readonly { readonly call: number; readonly at: Range }[];
  /** Every call that is made on the way, those included. */
  readonly calls: readonly number[];
  /** For each of them, what of it hangs on the round: bit 0 is anything, bit 1 the first argument. Empty for a row. */
  readonly varying: readonly number[];
  /** The source text of what the loop goes through; empty for a row. */
  readonly items: string;
  /** It is a list that the source writes down. */
  readonly isShort: boolean;
  /** A failure that the function itself sees ends it early. */
  readonly stops: boolean;
}

export interface FunctionFacts {
  /** Unique in the file and stable under edits elsewhere in it: `load`, `Store.read`, `load.<anonymous>#2`. `<module>` is the file's body. */
  readonly key: string;
  /** The name as a reader would say it: `load`, `Store.read`, `callback of router.get`. */
  readonly name: string;
  /** The function's name, or where the function starts if it has none. */
  readonly at: Range;
  /** The whole function, for "which function is the cursor in". */
  readonly body: Range;
  /** Index of the function (or the module body, 0) that lexically contains it; the module body has -1. */
  readonly parent: number;
  /** A union of `FunctionFlag` bits. */
  readonly flags: number;
  /** Those that take any number of further arguments begin with `*`. */
  readonly paramNames: readonly string[];
  /** What is known of each parameter from its annotation or its position; `null` is nothing. */
  readonly params: readonly (ValueId | null)[];
  /** What it returns (an async function: what its promise resolves to). */
  readonly returns: readonly ValueId[];
  readonly calls: readonly CallFacts[];
  readonly operations: readonly OperationFacts[];
  readonly guards?: readonly ParameterGuard[];
  /** Told where they decide on calls. */
  readonly defaults?: readonly ParameterDefault[];
  /** The parameter that takes all further arguments by name, if a call hands them on as they are. */
  readonly handsOn?: number;
  readonly matches?: readonly MatchFacts[];
  /** Values whose length it compares with a limit. */
  readonly awaitGroups?: readonly AwaitGroup[];
  readonly orderedAwaits?: readonly OrderedAwait[];
  readonly bounded?: readonly ValueId[];
  /** Steps of one call, calls and loops apart. */
  readonly steps: number;
  readonly loops: readonly LoopFacts[];
  readonly recursion?: RecursionFacts;
  readonly joins?: readonly JoinFacts[];
  /** How many times it awaits or yields, in the source. */
  readonly waits?: number;
  /** Decorators of the method. */
  readonly decorators: readonly ValueId[];
  /** Types that it is declared to have: `const list: RequestHandler = …`. */
  readonly types?: readonly ValueId[];
  /** `[call, argument]`: it is written as this argument of a call of `parent`. */
  readonly argumentOf?: readonly [number, number];
  /** Set for methods: index into `FileFacts.classes`. */
  readonly owner?: number;
}

/** `[name, value]`. */
export type PropertyFacts = readonly [string, ValueId];

export interface ClassFacts {
  readonly name: string;
  readonly superclass?: ValueId;
  /** Further superclasses, in the order in which members are looked for. */
  readonly furtherSuperclasses?: readonly ValueId[];
  /** Methods, fields with what is assigned to them (`this.db = …` in any method) or their annotation; `()` is what a call of an instance runs. */
  readonly members: readonly PropertyFacts[];
  readonly statics: readonly PropertyFacts[];
  readonly decorators: readonly ValueId[];
  /** What it says that it implements. */
  readonly interfaces?: readonly ValueId[];
}

export interface ObjectFacts {
  readonly properties: readonly PropertyFacts[];
  readonly spreads: readonly ValueId[];
}

export type ExportFacts =
  /** `export const name = value`, `exports.name = value`; the default export's name is `default`. */
  | readonly ['named', string, ValueId]
  /** `module.exports = value`. */
  | readonly ['assign', ValueId]
  /** `[_, exported, import index, imported]`: `export { imported as exported } from '…'`; `*` is the namespace. */
  | readonly ['reexport', string, number, string]
  /** `export * from imports[index]`. */
  | readonly ['star', number];

/** `loopwise-ignore-next-line rule -- reason`, and its file-wide form. */
export interface Directive {
  readonly kind: 'next-line' | 'same-line' | 'file';
  /** Empty: every rule. */
  readonly rules: readonly string[];
  readonly reason: string;
  readonly at: Range;
  /** Zero-based line that it speaks of; -1 for the file. */
  readonly line: number;
  /** As the source has it, where that is not the usual form. */
  readonly text?: string;
  /** A directive for other tools: nobody is told when it suppresses nothing. */
  readonly isForeign?: boolean;
}

export interface ParseProblem {
  readonly kind: 'syntax' | 'flow' | 'too-large' | 'minified' | 'encoding' | 'too-deep';
  readonly message: string;
  readonly at?: Range;
}

/** All that the engine needs to know of one file: plain, serialisable, without a syntax tree. */
export interface FileFacts {
  readonly language: string;
  /** Set when the file could not be read as code; the rest is then empty. */
  readonly problem?: ParseProblem;
  readonly lines: number;
  /** Module specifiers. */
  readonly imports: readonly string[];
  /** `[module, name, submodule]`, indices into `imports`: under the name, the module has the other module, unless it has something else. */
  readonly submodules?: readonly (readonly [number, string, number])[];
  readonly values: ValueTable;
  /** The first is the module body. */
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  readonly objects: readonly ObjectFacts[];
  readonly exports: readonly ExportFacts[];
  /** `[target, name, value]`: properties set from outside: `C.prototype.m = f`, `namespace.load = f`. */
  readonly assignments: readonly (readonly [ValueId, string, ValueId])[];
  readonly directives: readonly Directive[];
  readonly roles: readonly FileRole[];
}

/** `worker`: the code runs on a worker thread or in a child process. `script`: it is run once, from a shell. `task`: the same, but what it imports is the program's. `tool`: its package is run from a shell. `test`: it tries out the others. */
export type FileRole = 'worker' | 'script' | 'task' | 'tool' | 'test';
