import type { CallFacts, FunctionFacts } from '../model/facts.ts';
import type { CallbackEntry, CompiledApi } from '../catalog/types.ts';
import type { Cost } from '../model/finding.ts';
import { createAtom, type Atom } from './atoms.ts';
import type { Unit } from './unit.ts';
import type { FunctionWork } from './work-terms.ts';

/** A file by its path; it outlives its facts. */
export interface FileNode {
  readonly id: number;
  readonly path: string;
  readonly namespace: Atom;
  readonly functions: Map<string, FunctionNode>;
  unit: Unit | undefined;
  /** Files whose values hang on this one: without, and with, what call sites tell. */
  readonly dependents: [Set<FileNode> | undefined, Set<FileNode> | undefined];
  /** Files whose edges do. */
  linkDependents: Set<FileNode> | undefined;
  /** Its imports and its role when commands were looked for last. */
  links: FileLinks | undefined;
  /** Files that had it among their imports then. */
  readonly importers: Set<FileNode>;
  /** What was found of it and of those that import it. */
  marks: number;
  /** Whether nobody but scripts imports it, directly or through others: its body runs when a command starts. */
  isCommand: boolean;
  /** Whether its package is run from a shell, and neither what serves nor what is public in it imports the file. */
  isOfTool: boolean;
  /** Whether nobody but threads imports it, directly or through others. */
  isOfWorker: boolean;
}

export interface FileLinks {
  readonly imports: readonly FileNode[];
  readonly isScript: boolean;
  /** It makes commands of what was typed in a shell, in a package that is run from there. */
  readonly makesCommands: boolean;
  /** It registers what serves others. */
  readonly isServing: boolean;
  /** It makes a server, lets it listen or gives it handlers, whatever these are. */
  readonly setsUp: boolean;
  /** A thread runs it. */
  readonly isWorker: boolean;
}

/** A function by file and key; it outlives its facts. */
export interface FunctionNode {
  readonly file: FileNode;
  readonly key: string;
  atom: Atom | undefined;
  /** Index into the facts' functions; -1 when the file has no such function now. */
  index: number;
  facts: FunctionFacts;
  out: readonly Edge[];
  in: readonly Edge[];
  hits: readonly Hit[];
  /** Indexed by rule: how good the best witness is, smaller is better; see summaries.ts. */
  ranks: readonly number[];
  vias: readonly (Edge | Hit | undefined)[];
  /** How long it computes; see work.ts. Undefined: not longer with more data. */
  work: FunctionWork | undefined;
  /** All that called each other, it among them, when that was worked out last. */
  cycle: readonly FunctionNode[];
  /** Bits of `Reach`. */
  reach: number;
  /** The last walk over the graph that came here, and a number that the walk keeps. */
  walk: number;
  note: number;
  /** Whether it is handed to something that calls it for whoever comes: its findings are its own. */
  isHandler: boolean;
  /** Whether it sets up something that serves: it makes a server, listens, or registers handlers. */
  setsUp: boolean;
  /** While edges are drawn anew: how many calls away something was set up before, and who was that close to the function. */
  wasUp: { readonly steps: number; readonly callers: readonly FunctionNode[] } | undefined;
  /** The last walk that asked whether it brings something up, negative if it does not. */
  up: number;
  /** Whether its parameters decided on its calls when summaries were made last. */
  wasGuarded: boolean;
  /** What it is by the types of its parameters, where nobody is known to call it. */
  signature: string | undefined;
  /** Whether a command or a build calls it, by what it is written for. */
  isOfCommand: boolean;
  /** Registrations that say what its parameters are. */
  typings: readonly Typing[];
  /** Some result hangs on what it returns. */
  asksReturns: boolean;
  /** Some result hangs on what call sites pass to it. */
  asksCallSites: boolean;
}

export const NO_CYCLE: readonly FunctionNode[] = [];

/** `from` hands the function to an API that types its parameters. */
export interface Typing {
  readonly from: FunctionNode;
  readonly entry: CallbackEntry;
}

export const EdgeKind = {
  /** Runs before the call returns. */
  Sync: 0,
  /** Calls an asynchronous function: its work is its own. */
  Async: 1,
  /** Runs later, as a part of the caller's flow. */
  Continuation: 2,
  /** Runs later, when an event comes. */
  Later: 3,
  /** Runs off the loop, or when the process ends. */
  Off: 4,
  /** Handed to a callee that nobody knows. */
  Unknown: 5,
} as const;
export type EdgeKind = (typeof EdgeKind)[keyof typeof EdgeKind];

/** `from` brings `to` to run. */
export interface Edge {
  readonly from: FunctionNode;
  readonly to: FunctionNode;
  /** Index of the call in `from`; -1 when no call does it (a decorator, a convention). */
  readonly call: number;
  readonly kind: EdgeKind;
  likely: boolean;
  /** A plain call, known without what call sites tell of parameters. */
  readonly isSite: boolean;
  /** `to` is what is called, not an argument. */
  readonly isCall: boolean;
  readonly entry: CallbackEntry | undefined;
  readonly role: string | undefined;
}

/** A blocking operation in a function. */
export interface Hit {
  readonly node: FunctionNode;
  /** Index of the call; -1 for operations and declarations. */
  readonly call: number;
  /** Index of the operation; -1 for calls and declarations. */
  readonly operation: number;
  readonly api: CompiledApi | undefined;
  readonly rule: number;
  readonly cost: Cost;
  readonly likely: boolean;
}

const NO_FACTS: FunctionFacts = {
  key: '',
  name: '',
  at: [0, 0, 0, 0],
  body: [0, 0, 0, 0],
  parent: -1,
  flags: 0,
  paramNames: [],
  params: [],
  returns: [],
  calls: [],
  operations: [],
  steps: 0,
  loops: [],
  decorators: [],
};

let fileCount = 0;

export function createFileNode(path: string): FileNode {
  const file: Omit<FileNode, 'namespace'> & { namespace?: Atom } = {
    id: fileCount++,
    path,
    functions: new Map(),
    unit: undefined,
    dependents: [undefined, undefined],
    linkDependents: undefined,
    links: undefined,
    importers: new Set(),
    marks: 0,
    isCommand: false,
    isOfTool: false,
    isOfWorker: false,
  };
  file.namespace = createAtom({ kind: 'namespace', file: file as FileNode });
  return file as FileNode;
}

/** Most functions have none of some kind: they share the empty list. It was not born empty, so that it is of one kind with the others: loops over them are faster then. */
export const NONE: readonly never[] = [{}].splice(1) as never[];

/** Short lists are copied: one that is pushed to makes room for many more. */
const SHORT = 4;

/** Adds to a list that may be the shared empty one. */
export function added<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length < SHORT) return list.concat([item]);
  (list as T[]).push(item);
  return list;
}

export function functionNode(file: FileNode, key: string): FunctionNode {
  let node = file.functions.get(key);
  if (node) return node;
  node = {
    file,
    key,
    atom: undefined,
    index: -1,
    facts: NO_FACTS,
    out: NONE,
    in: NONE,
    hits: NONE,
    ranks: NONE,
    vias: NONE,
    work: undefined,
    cycle: NO_CYCLE,
    reach: 0,
    walk: 0,
    note: 0,
    isHandler: false,
    setsUp: false,
    wasUp: undefined,
    up: 0,
    wasGuarded: false,
    signature: undefined,
    isOfCommand: false,
    typings: NONE,
    asksReturns: false,
    asksCallSites: false,
  };
  file.functions.set(key, node);
  return node;
}

export function functionAtom(node: FunctionNode): Atom {
  return (node.atom ??= createAtom({ kind: 'function', node }));
}

/** Takes a function that its file no longer has out of use; who refers to it finds nothing. */
export function retire(node: FunctionNode): void {
  node.index = -1;
  node.facts = NO_FACTS;
}

export function callOf(node: FunctionNode, index: number): CallFacts | undefined {
  return node.facts.calls[index];
}
