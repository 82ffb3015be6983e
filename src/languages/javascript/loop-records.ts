import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './ast.ts';
import type { CallRecord, FunctionRecord, Scope } from './records.ts';

export type LoopStatement =
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

/** Code that runs once for each of some items. */
export interface LoopRecord {
  readonly head:
    | { readonly kind: 'statement'; readonly node: LoopStatement }
    /** A call that runs a function for each item: `rows.map(f)`. */
    | { readonly kind: 'callback'; readonly method: string; readonly data: Node }
    /** A built-in operation on all items: `rows.includes(x)`, `[...rows, x]`. */
    | { readonly kind: 'scan'; readonly method: string; readonly data: Node; readonly whole: Node };
  /** What a finding underlines. */
  readonly at: Node;
  /** The scope around the loop. */
  readonly scope: Scope;
  readonly parent: LoopRecord | null;
  readonly fn: FunctionRecord;
  readonly calls: CallRecord[];
  /** Steps of one round, nested loops apart. */
  steps: number;
  /** How often it waits, nested loops included. */
  delays: number;
  /** Index among the loops that are kept, or of the kept loop that it stands in; set when the facts are built. */
  index: number;
}

/** A function that calls itself. */
export interface SelfCallRecord {
  readonly node: TSESTree.CallExpression;
  /** The branch of the innermost condition around it. */
  readonly arm: Node | null;
  readonly loop: LoopRecord | null;
  readonly scope: Scope;
}

/** A collection gets an item: `out.push(x)`. */
export interface GrowthRecord {
  readonly name: string;
  readonly scope: Scope;
  readonly loop: LoopRecord | null;
  readonly added: readonly Node[];
}
