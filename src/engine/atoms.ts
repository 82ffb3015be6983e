import type { ApiPath } from './api-paths.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import type { Targets } from './targets.ts';

/** One thing that an expression may be. Interned: equal atoms are the same object. */
export type AtomData =
  | { readonly kind: 'api'; readonly path: ApiPath }
  /** From outside the project, and nothing that the catalog speaks of. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  | { readonly kind: 'class'; readonly file: FileNode; index: number }
  | { readonly kind: 'object'; readonly file: FileNode; index: number }
  | { readonly kind: 'array'; readonly file: FileNode; index: number }
  | { readonly kind: 'namespace'; readonly file: FileNode }
  /** An instance of a class or of a function that is called with `new`; also its prototype. */
  | { readonly kind: 'instance'; readonly of: Atom }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A regular expression that may take more than linear time. */
  | { readonly kind: 'regex'; readonly pattern: string; readonly flags: string };

export type Atom = AtomData & {
  /** Order of creation: it orders sets and must not decide results. */
  readonly id: number;
  /** The set of this atom alone. */
  readonly alone: Result;
  aloneSoft?: Result;
  /** What a call of it runs, where that is one thing. */
  targets?: Targets;
  instance?: Atom;
  /** Classes that extend or implement it. */
  derived?: Set<Atom>;
  /** Somebody asked what classes do that come from it. */
  asksDerived?: boolean;
};

/** What an expression evaluates to: a small set, and how sure it is. Results form a lattice with `NOTHING` below `TOO_MANY`. */
export interface Result {
  readonly atoms: readonly Atom[];
  /** It may also be something that is not known. */
  readonly open: boolean;
  /** It hangs on a parameter, so call sites may tell more. */
  readonly soft: boolean;
}

const MAX_ATOMS = 8;
/** People write no longer chains of superclasses, spreads and prototypes. */
export const MAX_STEPS = 200;

export const NOTHING: Result = { atoms: [], open: false, soft: false };
export const UNKNOWN: Result = { atoms: [], open: true, soft: false };
const NOTHING_SOFT: Result = { atoms: [], open: false, soft: true };
export const UNKNOWN_SOFT: Result = { atoms: [], open: true, soft: true };
/** So many that nothing is said: what is above every set. */
export const TOO_MANY: Result = { atoms: [], open: true, soft: true };

let atomCount = 0;

export function createAtom(data: AtomData): Atom {
  const atom = data as { -readonly [K in keyof Atom]: Atom[K] };
  atom.id = atomCount++;
  atom.alone = { atoms: [atom as Atom], open: false, soft: false };
  return atom as Atom;
}

export function instanceOf(atom: Atom): Atom {
  return (atom.instance ??= createAtom({ kind: 'instance', of: atom }));
}

export function join(a: Result, b: Result): Result {
  if (a === b || b === NOTHING || a === TOO_MANY) return a;
  if (a === NOTHING || b === TOO_MANY) return b;
  const open = a.open || b.open;
  const soft = a.soft || b.soft;
  const atoms = joinAtoms(a.atoms, b.atoms);
  if (atoms.length > MAX_ATOMS) return TOO_MANY;
  if (atoms === a.atoms && open === a.open && soft === a.soft) return a;
  return atoms.length === 0 ? emptyResult(open, soft) : { atoms, open, soft };
}

function joinAtoms(a: readonly Atom[], b: readonly Atom[]): readonly Atom[] {
  const added = b.filter((atom) => !a.includes(atom));
  return added.length === 0 ? a : [...a, ...added].sort((x, y) => x.id - y.id);
}

export function softened(result: Result): Result {
  if (result.soft) return result;
  const [first] = result.atoms;
  if (result === first?.alone) return (first.aloneSoft ??= { ...result, soft: true });
  return first ? { ...result, soft: true } : emptyResult(result.open, true);
}

function emptyResult(open: boolean, soft: boolean): Result {
  if (open) return soft ? UNKNOWN_SOFT : UNKNOWN;
  return soft ? NOTHING_SOFT : NOTHING;
}

export function sameResult(a: Result, b: Result): boolean {
  if (a === b) return true;
  if (a === TOO_MANY || b === TOO_MANY) return false;
  return (
    a.open === b.open &&
    a.soft === b.soft &&
    a.atoms.length === b.atoms.length &&
    a.atoms.every((atom, index) => atom === b.atoms[index])
  );
}
