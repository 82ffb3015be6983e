import type { AssignmentRecord, CallRecord, ClassRecord, FunctionRecord, Scope, Span } from './records.ts';
import { createScope } from './scopes.ts';
import type { Node } from './tree.ts';

/** The state of the one walk over a file. */
export interface Walk {
  readonly source: string;
  readonly functions: FunctionRecord[];
  readonly classes: ClassRecord[];
  readonly functionOf: Map<Node, FunctionRecord>;
  readonly classOf: Map<Node, ClassRecord>;
  /** Scopes of comprehensions, by which their parts are evaluated. */
  readonly scopeOf: Map<Node, Scope>;
  /** Specifiers of modules that the file loads. */
  readonly loads: Set<string>;
  /** Modules whose names are all taken over: `from x import *`. */
  readonly stars: string[];
  /** `[module, name, submodule]`, as specifiers: see `FileFacts.submodules`. */
  readonly submodules: (readonly [string, string, string])[];
  readonly assignments: AssignmentRecord[];
  readonly keys: Map<string, number>;
  scope: Scope;
  fn: FunctionRecord;
  /** The class whose body is being walked. */
  owner: ClassRecord | null;
  /** `CallFlag` bits that hold at this place. */
  flags: number;
  /** The name that the next lambda is going to have. */
  hint: { readonly name: string; readonly key: string } | null;
  /** The block, and the loops around it in its function. */
  block: Span;
  loops: readonly Span[];
  /** Where the simple statement ends that is being walked; undefined in others. */
  until: number | undefined;
  /** The expression below the nearest `await`. */
  awaited: Node | null;
  readonly visit: (node: Node) => void;
}

export type Visitor = (walk: Walk, node: Node) => void;
export type Visitors = Readonly<Record<string, Visitor>>;

export function textOf({ source }: Pick<Walk, 'source'>, node: Node): string {
  return source.slice(node.start, node.end);
}

export function visitChildren(walk: Walk, node: Node): void {
  for (const child of node.children) walk.visit(child);
}

/** Runs `inner` with a new scope of the current function. */
export function inScope(walk: Walk, kind: 'class' | 'comprehension', inner: () => void): Scope {
  const outer = walk.scope;
  const scope = createScope(kind, outer, walk.fn);
  walk.scope = scope;
  inner();
  walk.scope = outer;
  return scope;
}

/** Runs `inner` with further call flags. */
export function withFlags(walk: Walk, flags: number, inner: () => void): void {
  const outer = walk.flags;
  walk.flags |= flags;
  inner();
  walk.flags = outer;
}

/** Notes down a call of the function that is being walked. */
export function noteCall(walk: Walk, call: Omit<CallRecord, 'scope' | 'index' | 'flags'>, flags = 0): CallRecord {
  const { callee, method, args, keywords, at } = call;
  const record: CallRecord = {
    callee,
    method,
    args,
    keywords,
    at,
    scope: walk.scope,
    flags: walk.flags | flags,
    index: -1,
  };
  walk.fn.calls.push(record);
  return record;
}
