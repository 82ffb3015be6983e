import type { Techniques } from './techniques.ts';

/** What there is to know of a language beside the facts of a file: the names of what is built in, and how things are done in it. */
export interface LanguageTraits {
  /** Where names begin whose functions are done when they return: canonical paths. */
  readonly immediate: ReadonlySet<string>;
  /** The same for what is done at once in a thread or process of its own. */
  readonly light: ReadonlySet<string>;
  /** Functions that are there to wait. */
  readonly waiting: ReadonlySet<string>;
  /** What is made with a function that settles it. */
  readonly promise: string | undefined;
  /** Methods that call a function for each item, and which parameter of it is the item; -1: none is. */
  readonly iterates: ReadonlyMap<string, number>;
  /** Members that are no text, or a short one. */
  readonly short: ReadonlySet<string>;
  /** Methods that wait until a context is entered or left. */
  readonly manages: ReadonlySet<string>;
  /** The method whose result is one item of data, which tells nothing of how much that item holds. */
  readonly item: string | undefined;
  /** Names of what makes an object when it is called; undefined where a keyword says so. */
  readonly className: RegExp | undefined;
  /** Functions that copy or read what describes a function, and do not call it. */
  readonly describing: ReadonlySet<string>;
  /** Methods of lists that give one of the items. */
  readonly givesItem: ReadonlySet<string>;
  /** Methods of data whose result is about as long as the data; undefined: any. */
  readonly wholes: ReadonlySet<string> | undefined;
  /** Where values begin of which there are few. */
  readonly few: ReadonlySet<string>;
  /** What the source text of small collections begins with. */
  readonly fewText: RegExp | undefined;
  /** Methods that call a function with other arguments than their own. */
  readonly forwarding: ReadonlySet<string>;
  /** Whether a call may leave out what has no default: a parameter is nothing then. */
  readonly mayOmit: boolean;
  /** Whether an object counts as false while it is empty. */
  readonly emptyIsFalse: boolean;
  /** Methods by which a server begins to serve. */
  readonly serving: ReadonlySet<string>;
  /** Calls that load other modules, and those that compilers write at the start of one: no more than declarations. */
  readonly declaring: RegExp | undefined;
  /** Methods that take what is to be done when a result is there. */
  readonly reactions: ReadonlySet<string>;
  /** How many items a collection has, as an expression. */
  readonly count: (text: string) => string;
  /** A text many times, as an expression. */
  readonly repeated: (text: string, times: string) => string;
  /** What rewriting code to wait has to know. */
  readonly waitingCode: WaitingCode;
  /** How things are done in a file that has these imports. */
  techniques(imports: readonly string[], context: TechniqueContext): Techniques;
}

/** Where a call can run. */
export type Elsewhere = 'process' | 'thread';

/** `await-twin`: another API. `offload`: the same one, elsewhere. */
type Replacement = 'await-twin' | 'offload';

export interface WaitingCode {
  /** Canonical name of what waits for a time. */
  readonly timer: string;
  /** How fixes can replace a blocking call by one that waits. */
  readonly strategies: ReadonlySet<Replacement>;
  /** What work can be handed to beside a loop by writing a call differently, in the order of preference for computing. */
  readonly elsewhere: readonly Elsewhere[];
  /** Whether every name at the top of a file counts as exported: then it tells nothing of who uses it. */
  readonly exportsAll: boolean;
  /** Whether code may wait for what is there already: then who gets functions of both kinds can wait for all of them. */
  readonly waitsForAll: boolean;
  /** What a call of an asynchronous function gives: `a promise`. */
  readonly pending: string;
  /** What it means that the body of a file waits; undefined where it cannot. */
  bodyWaits(file: string): string | undefined;
  /** What becomes of an error in a function that is called as a `role` and becomes asynchronous. */
  errorsOf(handler: Handler): LostErrors | undefined;
}

/** A function that a framework or the loop calls. */
export interface Handler {
  readonly name: string;
  readonly role: string;
  /** Names of its parameters. */
  readonly parameters: readonly string[];
  /** Which versions of a package its package accepts, as it writes that. */
  readonly rangeOf: (name: string) => string | undefined;
}

/** Nobody hears of an error. */
export interface LostErrors {
  readonly warning: string;
  /** It would not even be called: for this reason it stays as it is. */
  readonly stop?: string;
  /** The parameter, by its place, that takes an error: the function can hand it over itself. */
  readonly to?: number;
}

/** What a project says of itself. */
export interface TechniqueContext {
  readonly dependencies: ReadonlySet<string>;
  /** The oldest version of the language that the project runs on, where it says: `3.11`. */
  readonly oldest?: string | undefined;
}
