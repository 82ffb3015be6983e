import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './ast.ts';
import type { AdditionRecord } from './collections.ts';
import type { GrowthRecord, LoopRecord } from './loop-records.ts';
import type {
  AssignmentRecord,
  ClassRecord,
  DecorationRecord,
  ExportRecord,
  FunctionRecord,
  PlacedNode,
  Scope,
  Write,
} from './records.ts';
import { createScope } from './scopes.ts';

/** The state of the one walk over a file. */
export interface Walk {
  readonly source: string;
  readonly functions: FunctionRecord[];
  readonly classes: ClassRecord[];
  readonly functionOf: Map<Node, FunctionRecord>;
  readonly classOf: Map<Node, ClassRecord>;
  /** Where object literals stand. */
  readonly scopeOf: Map<Node, Scope>;
  readonly exports: ExportRecord[];
  /** Modules that the file loads, whether or not it uses what they export. */
  readonly loads: string[];
  readonly assignments: AssignmentRecord[];
  /** Assignments to names, bound to their declaration after the walk. */
  readonly writes: { readonly name: string; readonly scope: Scope; readonly write: Write }[];
  /** Expressions whose value leaves the sight of the facts. */
  readonly escapes: PlacedNode[];
  readonly growths: GrowthRecord[];
  /** Functions that are the body of a loop: `rows.map(f)`. */
  readonly callbackLoops: Map<FunctionRecord, LoopRecord>;
  /** Type aliases and interfaces by name. */
  readonly types: Map<string, TSESTree.TSTypeAliasDeclaration | TSESTree.TSInterfaceDeclaration>;
  /** By function, the types that it is declared to have. */
  readonly declaredTypes: Map<Node, TSESTree.TypeNode[]>;
  readonly decorations: DecorationRecord[];
  readonly additions: AdditionRecord[];
  readonly keys: Map<string, number>;
  /** Names of getters that the file has. */
  readonly getters: ReadonlySet<string>;
  scope: Scope;
  fn: FunctionRecord;
  /** `CallFlag` bits that hold at this place. */
  flags: number;
  /** The name that the next function or class is going to have. */
  hint?: { readonly name: string; readonly key: string; readonly node: Node } | undefined;
  /** The innermost loop of the function. */
  loop: LoopRecord | null;
  /** Steps counted since the loop, or the function, began. */
  steps: number;
  /** The branch of the innermost condition. */
  arm: Node | null;
  /** The expression below the nearest `await`. */
  awaited: Node | null;
  readonly visit: (node: Node) => void;
}

export type Visitors = { readonly [T in Node['type']]?: (walk: Walk, node: Extract<Node, { type: T }>) => void };

/** Runs `inner` with a new scope of the current function. */
export function inScope(walk: Walk, inner: () => void): void {
  const outer = walk.scope;
  walk.scope = createScope(outer, walk.fn, false);
  inner();
  walk.scope = outer;
}

/** Runs `inner` with further call flags. */
export function withFlags(walk: Walk, flags: number, inner: () => void): void {
  const outer = walk.flags;
  walk.flags |= flags;
  inner();
  walk.flags = outer;
}
