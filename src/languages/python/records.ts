import type { ParameterGuard } from '../../model/facts.ts';
import type { GuardRecord } from '../branches.ts';
import type { Node } from './tree.ts';

/** What the walk notes down; values are evaluated after it, when every binding is known. */

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly parent: Scope | null;
  readonly fn: FunctionRecord;
  /** Made when the first name is bound: most scopes bind few. */
  bindings: Map<string, Binding> | null;
  /** Names that `global` and `nonlocal` give to other scopes. */
  redirects: Map<string, 'global' | 'nonlocal'> | null;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly writes: Write[];
  annotation?: Placed;
  /** The evaluated value; `busy` while it is being evaluated. */
  value?: number | 'busy';
}

/** An expression and where its names are looked up. */
export interface Placed {
  readonly node: Node;
  readonly scope: Scope;
}

/** A part of the source, by offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a name gets its value. */
export interface WritePlace {
  /** From here on it has it. */
  readonly at: number;
  /** The block that always does this, once it is there. */
  readonly block: Span;
  /** The loops around it, in its function. */
  readonly loops: readonly Span[];
}

/** Something that gives a name its value. */
export type Write = WriteKind & {
  /** Undefined where it is not known, or in another function. */
  readonly place?: WritePlace | undefined;
  /** The evaluated value; `busy` while it is being evaluated. */
  value?: number | 'busy';
};

type WriteKind =
  | ({ readonly kind: 'expression'; readonly isDefault?: boolean } & Placed)
  /** An element of what the expression yields: the variable of a loop. */
  | ({ readonly kind: 'element' } & Placed)
  /** A part of what is taken apart, by its place. */
  | { readonly kind: 'part'; readonly of: Write; readonly index: number }
  | { readonly kind: 'param'; readonly fn: FunctionRecord; readonly index: number }
  /** The first parameter of a method: an instance of the class, or the class. */
  | { readonly kind: 'receiver'; readonly record: ClassRecord; readonly isClass: boolean }
  /** A module, or something of it. */
  | { readonly kind: 'import'; readonly specifier: string; readonly name: string | null }
  | { readonly kind: 'function'; readonly fn: FunctionRecord }
  | { readonly kind: 'class'; readonly record: ClassRecord }
  /** A caught exception, a part of a pattern: not followed. */
  | { readonly kind: 'opaque'; readonly further?: undefined }
  /** `**options`, as the parameter of that index. */
  | { readonly kind: 'opaque'; readonly further: number };

/** A variable in a test, and the place before which what is assigned to it matters. */
interface Tested {
  readonly of: Binding;
  readonly before: number;
}

export interface FunctionRecord {
  readonly index: number;
  readonly node: Node;
  readonly parent: FunctionRecord | null;
  readonly name: string;
  readonly key: string;
  flags: number;
  readonly nameNode: Node | null;
  /** Parameters that callers give: without the receiver of a method. */
  readonly params: ParamRecord[];
  readonly returnType: Placed | null;
  readonly returns: Placed[];
  readonly yields: Placed[];
  readonly calls: CallRecord[];
  readonly decorators: Placed[];
  guards?: GuardRecord<Tested>[];
  /** See `FunctionFacts.handsOn`. */
  handsOn?: number;
  scope: Scope;
  /** How many times it awaits or yields. */
  waits: number;
  steps: number;
  /** Its caller gets what it yields first: `@contextmanager`. */
  readonly isManager: boolean;
  argumentOf?: { readonly call: CallRecord; readonly index: number };
  readonly owner: ClassRecord | null;
}

export interface ParamRecord {
  /** It begins with `*` if it takes any number of arguments. */
  readonly name: string;
  readonly type: Placed | null;
  /** What it is when it is left out, if that is a constant. */
  readonly value?: ParameterGuard['value'];
}

export interface CallRecord {
  readonly callee: Node;
  /** The method of the callee that is called without being named: `with lock` calls `__enter__`. */
  readonly method?: string | undefined;
  readonly args: readonly Node[];
  /** Names of the last arguments. */
  readonly keywords: readonly string[];
  /** The callee of the call that it is an argument of. */
  handedTo?: Node;
  /** What the range of a finding covers. */
  readonly at: Node;
  readonly scope: Scope;
  flags: number;
  /** Index among the calls that are kept; set when the facts are built. */
  index: number;
}

export type MemberSource =
  | { readonly kind: 'function'; readonly fn: FunctionRecord }
  | { readonly kind: 'class'; readonly record: ClassRecord }
  | ({ readonly kind: 'expression' } & Placed)
  | ({ readonly kind: 'type' } & Placed);

export interface ClassRecord {
  readonly index: number;
  readonly node: Node;
  readonly name: string;
  /** Where its bases and decorators are looked up. */
  readonly outer: Scope;
  readonly bases: readonly Node[];
  /** What `self` gets in any method. */
  readonly fields: Map<string, MemberSource[]>;
  /** What the body defines: instances have it, too. */
  readonly statics: Map<string, MemberSource[]>;
  readonly decorators: readonly Node[];
}

/** `target.name = value`, from outside the target. */
export interface AssignmentRecord {
  readonly target: Node;
  readonly name: string;
  readonly value: Node;
  readonly scope: Scope;
}
