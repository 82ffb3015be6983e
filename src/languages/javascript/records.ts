import type { TSESTree } from '@typescript-eslint/types';
import type { ValueId } from '../../model/facts.ts';
import type { GuardRecord } from '../branches.ts';
import type { ClassNode, FunctionNode, Node } from './ast.ts';
import type { LoopRecord, SelfCallRecord } from './loop-records.ts';
import type { OrderedAwaitRecord } from './await-order.ts';
import type { AdditionRecord } from './collections.ts';
import type { AwaitGroupRecord } from './await-records.ts';

/**
 * What the walk notes down; values are evaluated after it, when every declaration is known. There are many, so each kind has
 * all of its fields from the start: objects of one shape are read faster.
 */

export interface Scope {
  readonly parent: Scope | null;
  readonly fn: FunctionRecord;
  /** Where `var` declarations land. */
  readonly isFunctionScope: boolean;
  /** Made when the first name is declared: most blocks declare none. */
  bindings: Map<string, Binding> | null;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly writes: Write[];
  annotation: TSESTree.TypeNode | undefined;
  /** What is put into the collection that it is. */
  added: AdditionRecord[] | undefined;
  /** The evaluated value; `busy` while it is being evaluated. */
  value: number | 'busy' | undefined;
}

/** Something that gives a binding its value; `path` leads into it where the pattern destructures. */
export type Write =
  | { readonly kind: 'expression'; readonly node: Node; readonly scope: Scope; readonly path: readonly string[] }
  | { readonly kind: 'param'; readonly fn: FunctionRecord; readonly index: number; readonly path: readonly string[] }
  | { readonly kind: 'import'; readonly specifier: string; readonly name: string | null }
  | { readonly kind: 'function'; readonly fn: FunctionRecord }
  | { readonly kind: 'class'; readonly record: ClassRecord }
  | { readonly kind: 'namespace'; readonly members: NamespaceRecord }
  /** An element of what the expression yields: the variable of a loop, a name in `const [a, b] = …`. */
  | {
      readonly kind: 'element';
      readonly node: Node;
      readonly scope: Scope;
      readonly isRound?: boolean;
      /** Leads into the element. */
      readonly path?: readonly string[] | undefined;
    }
  /** `text += node`: what it is made of, not what it is. */
  | { readonly kind: 'appended'; readonly node: Node; readonly scope: Scope }
  /** A key, a catch parameter: not followed. */
  | { readonly kind: 'opaque'; readonly isRound?: boolean };

/** Exported members of a TypeScript namespace. */
export interface NamespaceRecord {
  readonly names: string[];
  readonly scope: Scope;
}

/** What `this` is in a function that binds its own. */
export type Receiver =
  | { readonly kind: 'instance'; readonly record: ClassRecord }
  | { readonly kind: 'static'; readonly record: ClassRecord }
  | { readonly kind: 'object'; readonly node: TSESTree.ObjectExpression; readonly scope: Scope }
  /** `Foo.prototype.m = function () {}`: an instance of `Foo`. */
  | { readonly kind: 'prototype'; readonly node: Node; readonly scope: Scope }
  /** `function Foo() { this.x = … }` called with `new`. */
  | { readonly kind: 'constructed'; readonly fn: FunctionRecord };

/** An expression that is evaluated more than once, the same each time. */
export interface PlacedNode {
  readonly node: Node;
  readonly scope: Scope;
  value: ValueId | undefined;
}

export interface FunctionRecord {
  readonly index: number;
  readonly node: FunctionNode | TSESTree.Program | ClassNode;
  readonly parent: FunctionRecord | null;
  readonly name: string;
  readonly key: string;
  flags: number;
  readonly nameNode: Node | null;
  readonly paramNames: string[];
  readonly paramTypes: (TSESTree.TypeNode | null)[];
  readonly returns: PlacedNode[];
  readonly calls: CallRecord[];
  readonly spins: SpinRecord[];
  readonly awaitGroups: AwaitGroupRecord[];
  readonly orderedAwaits: OrderedAwaitRecord[];
  /** What it compares the length of with a limit. */
  readonly lengths: { readonly node: Node; readonly scope: Scope }[];
  readonly loops: LoopRecord[];
  readonly selfCalls: SelfCallRecord[];
  /** How many steps one call takes, loops apart. */
  steps: number;
  decorators: readonly Node[];
  guards: GuardRecord<Binding>[] | undefined;
  /** Scope of its parameters and of the annotations on them. */
  scope: Scope;
  /** How many times the walk met `await`, `for await` or `yield` in it. */
  waits: number;
  /** The same without those for something that is there already. */
  delays: number;
  /** It stores something under a key: results that it may look up instead of working them out again. */
  isKeeping: boolean;
  /** Names that conditions compare with something. */
  checked: Set<string> | null;
  /** It gets the answer of a question to the file system, of which an error is one. */
  isAnswer: boolean;
  readonly receiver: Receiver | undefined;
  argumentOf: { readonly call: CallRecord; readonly index: number } | undefined;
  readonly owner: ClassRecord | undefined;
}

export interface CallRecord {
  /** `null` for a JSX event handler attribute. */
  readonly callee: Node | null;
  /** The last name of the callee; empty if the source does not spell it out. */
  readonly name: string;
  readonly args: readonly Node[];
  readonly isNew: boolean;
  /** What the range of a finding covers. */
  readonly at: Node;
  readonly scope: Scope;
  flags: number;
  /** The loop that the call is the head of. */
  loop?: LoopRecord;
  /** Index among the calls that are kept; set when the facts are built. */
  index: number;
}

export type LoopNode =
  | TSESTree.ForStatement
  | TSESTree.ForInStatement
  | TSESTree.ForOfStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

/** A loop that might do nothing but watch the clock. */
export interface SpinRecord {
  readonly node: Node;
  readonly calls: readonly CallRecord[];
  readonly flags: number;
}

export type MemberSource =
  | { readonly kind: 'function'; readonly fn: FunctionRecord }
  | { readonly kind: 'expression'; readonly node: Node; readonly scope: Scope }
  | { readonly kind: 'type'; readonly node: TSESTree.TypeNode; readonly scope: Scope }
  | { readonly kind: 'param'; readonly fn: FunctionRecord; readonly index: number }
  | { readonly kind: 'item'; readonly addition: AdditionRecord };

export interface ClassRecord {
  readonly index: number;
  readonly node: ClassNode;
  readonly name: string;
  readonly scope: Scope;
  readonly members: Map<string, MemberSource[]>;
  readonly statics: Map<string, MemberSource[]>;
  decorators: readonly Node[];
}

export type ExportRecord =
  | { readonly kind: 'named'; readonly name: string; readonly node: Node; readonly scope: Scope }
  | { readonly kind: 'type'; readonly name: string; readonly node: Node; readonly scope: Scope }
  | { readonly kind: 'assign'; readonly node: Node; readonly scope: Scope }
  | { readonly kind: 'reexport'; readonly exported: string; readonly specifier: string; readonly imported: string }
  | { readonly kind: 'star'; readonly specifier: string };

/** `__decorate([Get()], Cats.prototype, 'list', null)`, as compilers write decorators. */
export interface DecorationRecord {
  readonly decorators: readonly Node[];
  readonly target: Node;
  /** Of the method; undefined: the class itself. */
  readonly method: string | undefined;
  readonly scope: Scope;
}

/** `target.name = value`, from outside the target. */
export interface AssignmentRecord {
  readonly target: Node;
  readonly name: string;
  readonly value: Node;
  readonly scope: Scope;
}
