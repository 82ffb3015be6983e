import type { Cost } from '../model/finding.ts';

/** How a fix rewrites the call. */
export type Replacement = {
  /** `await-twin`: call `target` instead and await it. `offload`: no twin that frees the loop. `advice`: a sentence only. */
  readonly strategy: 'await-twin' | 'offload' | 'advice';
  /** Canonical name of the twin: `node:fs/promises.readFile`. */
  readonly target?: string;
  /** The package that the twin belongs to, where it is another one than that of the API. */
  readonly needs?: string;
  /** `same`: same arguments, same result. Else how they differ, a named shape that fixes know. */
  readonly shape?: 'same' | 'boolean-access' | 'stdout' | 'options' | 'callback' | 'promisify' | 'method' | 'other';
  /** Where versions of the package differ: the first that covers all versions which a project allows. */
  readonly versions?: readonly VersionedTwin[];
  /** One sentence for people. */
  readonly say?: string;
};

/** The twin in some versions of a package: from one on, below another one. */
export interface VersionedTwin {
  readonly from?: string;
  readonly below?: string;
  readonly target: string;
  readonly shape: NonNullable<Replacement['shape']>;
}

/** What is asked of an argument. One that is not known matches nothing. */
export interface Predicate {
  /** Its place among those that are given by place. */
  readonly arg?: number;
  /** Its name, where it may be given by name. */
  readonly keyword?: string;
  /** Property path inside an object argument: `wait`, `options.sync`. */
  readonly property?: string;
  readonly equals?: string | number | boolean | null;
  readonly oneOf?: readonly (string | number | boolean | null)[];
  /** Matches a string. */
  readonly matches?: string;
  readonly below?: number;
  readonly atLeast?: number;
  /** True: the argument (or property) is not there. False: it is. */
  readonly missing?: boolean;
  /** The argument is a function: the callback form of the API. */
  readonly isFunction?: boolean;
  /** The argument is made by one of these, by canonical path: `@aws-sdk/client-s3.GetObjectCommand()`. */
  readonly made?: readonly string[];
}

/** The first that matches decides the cost. */
export interface Condition extends Predicate {
  readonly cost: Cost | 'none';
}

export interface ApiEntry {
  /** Path below the module: `readFileSync`, `` (the module itself is called), `().prepare().all`. */
  readonly name: string;
  readonly rule: 'blocking-io' | 'blocking-sleep' | 'heavy-call';
  /** `file`, `process`, `network`, `database`, `dns`, `terminal`, `module`, `sleep`, `key derivation`, `compression`, … */
  readonly work: string;
  /** Verb phrase: `reads a whole file`. */
  readonly does: string;
  /** `none`: not worth telling by itself, but known to whoever hands it to a thread. */
  readonly cost: Cost | 'none';
  readonly when?: readonly Condition[];
  /** Members, texts and modules whose use says that the file has it never wait: `setblocking`, `:memory:`. */
  readonly unless?: readonly string[];
  /** Roles of code in which it does not wait: what the loop calls when there is something to read. */
  readonly readyIn?: readonly string[];
  /** Only the first call does the work; later ones find its result: `require`. */
  readonly once?: boolean;
  /**
   * What a thread does for it, in a language whose threads take turns. `holds`: it keeps the interpreter to itself, so
   * the loop stands still from another thread, too. `releases`: other threads run meanwhile. `python`: other threads
   * interrupt it, but it gets no faster by threads.
   */
  readonly gil?: 'holds' | 'releases' | 'python';
  readonly replace: Replacement;
  readonly since?: string;
  readonly url?: string;
  /** Only where it is not over while the caller waits: a lock that is held over an `await`. */
  readonly overWait?: true;
  /** A source whose last blocking call is this API, in an async function. It is the entry's test. */
  readonly example: string;
}

/** Asynchronous APIs that wait for something, and what that does to the world: it decides which of them may overlap. */
export interface WaitEntry {
  /** Paths below the module. A last segment `*` stands for any name. */
  readonly names: readonly string[];
  /** `file`, `network`, `database`, `sleep`, … */
  readonly work: string;
  /**
   * `read`: it changes nothing. `write`: it changes what its argument `key` names. `pause`: it only lets time pass. `own`: it
   * makes something that only its caller has, as a session, and hardly waits.
   */
  readonly effect: 'read' | 'write' | 'pause' | 'own';
  /** Index of the argument that names what is written. */
  readonly key?: number;
  /** Only for calls of which this holds is the effect known. */
  readonly onlyIf?: Predicate;
  /** A source that awaits the first of them in a loop. It is the entry's test. */
  readonly example: string;
}

/** What an API does with functions that it is given. */
export interface CallbackEntry {
  readonly name: string;
  /** Argument index, or `all` for every function argument; functions inside array arguments count, too. */
  readonly arg?: number | 'all';
  /** The argument's name, where it may be given by name. */
  readonly keyword?: string;
  /** The functions are properties of the object argument: a name, or `*` for all, at any depth. */
  readonly property?: string;
  /** `now`: before the call returns. `continuation`: later, as a part of the caller's own flow (`then`). `later`: on the loop, by an event. `offload`: on another thread or process. `start`: before the program serves, or after. `exit`: when the process ends. */
  readonly runs: 'now' | 'continuation' | 'later' | 'offload' | 'start' | 'exit';
  /** With `later`: it comes once for each registration. */
  readonly once?: boolean;
  /** With `later`: an hour lies between two times, or more. */
  readonly seldom?: boolean;
  /** It runs for each item of the arguments behind it. */
  readonly each?: true;
  /** Where offloaded code runs: in a thread of this process, or in a process of its own. */
  readonly place?: 'thread' | 'process';
  /** The argument that runs it, and the method by whose entry its place is told; null is a pool of threads. */
  readonly executor?: { readonly arg: number; readonly keyword?: string; readonly method: string };
  /** What the function then is: `request handler (Express)`. Required for `later`. */
  readonly role?: string;
  /** What becomes of a function that is not asynchronous: it runs in a pool of threads. */
  readonly sync?: 'offload';
  /** Canonical types of its parameters: `["socket.io#Socket"]`; `null` is unknown. */
  readonly params?: readonly (string | null)[];
  /** Only when the literal argument has one of these values, or is as large; then entries without a condition do not count. */
  readonly when?: {
    readonly arg?: number;
    readonly keyword?: string;
    readonly oneOf?: readonly (string | number | boolean)[];
    readonly atLeast?: number;
  };
}

/** Texts that come from outside: what a framework hands to its handlers, or what an API returns. */
export interface InputEntry {
  /** Handlers of these roles get it. */
  readonly roles?: readonly string[];
  /** As which parameter. */
  readonly arg?: number | 'all';
  /** Handlers with four parameters get an error first, and the rest after it. */
  readonly errorFirst?: boolean;
  /** Only if the handler is registered for the event of that name. */
  readonly event?: string;
  /** Values of these types, and what these functions return: paths below the module that end in `()`. */
  readonly names?: readonly string[];
  /** Where in the value texts from outside are: `body`, `req.query`. Without: the value itself. */
  readonly paths?: readonly string[];
  /** Those of the paths that hold no line breaks: what is read of them as it was sent. */
  readonly oneLine?: readonly string[];
  /** What it is, for people: `the body of a request`. */
  readonly what: string;
  /** How long it gets, in bytes, unless settings say otherwise. */
  readonly limit: number;
  /** Whoever sends it is perhaps known and trusted. */
  readonly likely?: boolean;
}

/** A method with this decorator is an entry. */
export interface DecoratorEntry {
  /** Path below the module: `Get()` for `@Get('/path')`, `Get` for a bare `@Get`. */
  readonly name: string;
  readonly role: string;
  /** What becomes of a function that is not asynchronous: it runs in a pool of threads. */
  readonly sync?: 'offload';
  /** `offload`: whoever calls the function has it run in a thread. `start`: it runs before the program serves, or after. */
  readonly runs?: 'offload' | 'start';
}

/** Methods that a framework calls on instances of subclasses, of classes that implement an interface, or that a decorator marks. */
export interface OverrideEntry {
  /** Path of the class, the interface or the decorator (`Catch()`) below the module. */
  readonly of: string;
  readonly methods: readonly string[];
  /** What the methods are. Those without belong to a command or a build, and serve nobody. */
  readonly role?: string;
  /** Only if the first parameters have these names. */
  readonly params?: readonly string[];
}

/** Objects and classes whose functions a tool calls while it builds something, or a command: known by the names of what they hold. */
export interface ObjectEntry {
  /** All of these. */
  readonly with?: readonly string[];
  /** And one of these at least. */
  readonly any: readonly string[];
  /** The functions; where one of them is an object, its `handler`. */
  readonly methods: readonly string[];
  /** Only if the first parameters have these names. */
  readonly params?: readonly string[];
}

/** Types that say what a function is. */
export interface TypeEntry {
  /** Paths below the module: `RequestHandler`. */
  readonly names: readonly string[];
  /** `function`: the function is declared to have the type. `parameter`: it takes one, and nobody is known to call it. */
  readonly of: 'function' | 'parameter';
  /** What the function is: `request handler (Express)`. Without: nothing that runs on the loop, but its parameters are known. */
  readonly role?: string;
  /** Canonical types of its parameters. */
  readonly params?: readonly (string | null)[];
}

/** Exports that a framework calls because of the file's place or the export's name. */
export interface ConventionEntry {
  /** Regular expression on the file's path relative to the workspace root. */
  readonly files: string;
  readonly exports: readonly string[];
  /** What the exports are. Those without belong to a command or a build, and serve nobody. */
  readonly role?: string;
  /** Only if the nearest package.json depends on one of these. */
  readonly dependsOn?: readonly string[];
  /** Only if the first parameters have these names. */
  readonly params?: readonly string[];
}

/** One module or library. */
export interface CatalogFile {
  readonly $schema?: string;
  /** Canonical module name: `node:fs`, `better-sqlite3`; `global` for names without an import. */
  readonly module: string;
  readonly language: string;
  /** Other specifiers of the same module: `fs`. */
  readonly also?: readonly string[];
  /** Has all of another module's entries, too: `graceful-fs` extends `node:fs`. */
  readonly extends?: readonly string[];
  readonly url?: string;
  readonly apis?: readonly ApiEntry[];
  /** Path below the module → canonical path: `{ "Database()": "()", "().prepare().pluck()": "().prepare()" }`. Longest match wins. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly callbacks?: readonly CallbackEntry[];
  readonly inputs?: readonly InputEntry[];
  readonly waits?: readonly WaitEntry[];
  /** Paths of functions that wait for nothing and change nothing. A last segment `*` stands for any name. */
  readonly pure?: readonly string[];
  /** Paths of functions that return an instance of the class that they are given first, or of the type that they are called with. */
  readonly instances?: readonly string[];
  readonly decorators?: readonly DecoratorEntry[];
  readonly overrides?: readonly OverrideEntry[];
  readonly objects?: readonly ObjectEntry[];
  readonly types?: readonly TypeEntry[];
  readonly conventions?: readonly ConventionEntry[];
  /** Who imports it reads what was typed in a shell: it makes commands. */
  readonly commandLine?: boolean;
  /** Names that look blocking and are not, with the reason. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** The compiled catalog: look-ups by canonical name. */
export interface Catalog {
  readonly apis: ReadonlyMap<string, CompiledApi>;
  /** What methods do with functions where their receiver is not known: by language, then by their name. */
  readonly anyMethods: ReadonlyMap<string, ReadonlyMap<string, readonly CallbackEntry[]>>;
  readonly callbacks: ReadonlyMap<string, readonly CallbackEntry[]>;
  /** By role, and by canonical name. */
  readonly inputs: ReadonlyMap<string, readonly InputEntry[]>;
  readonly waits: ReadonlyMap<string, WaitEntry>;
  /** Functions that wait for nothing and change nothing. */
  readonly pure: ReadonlySet<string>;
  /** Functions that return an instance of the class that they are given. */
  readonly instances: ReadonlySet<string>;
  readonly decorators: ReadonlyMap<string, DecoratorEntry>;
  /** By the canonical path of the class. */
  readonly overrides: ReadonlyMap<string, readonly OverrideEntry[]>;
  readonly objects: readonly ObjectEntry[];
  /** By the canonical path of a value of the type. */
  readonly types: ReadonlyMap<string, TypeEntry>;
  readonly conventions: readonly ConventionEntry[];
  /** Modules that make commands of what was typed in a shell. */
  readonly commandLines: ReadonlySet<string>;
  /** Specifier → canonical module. */
  readonly modules: ReadonlyMap<string, string>;
  /** Canonical path → canonical path. */
  readonly aliases: ReadonlyMap<string, string>;
}

export interface CompiledApi {
  /** Full canonical name: `node:fs.readFileSync`. */
  readonly name: string;
  readonly entry: ApiEntry;
}
