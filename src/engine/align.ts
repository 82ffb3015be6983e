import { FunctionFlag, type CallFacts, type FunctionFacts, type PropertyFacts, type ValueId } from '../model/facts.ts';
import type { Atom } from './atoms.ts';
import { assignmentsTo, valueOf, type Unit } from './unit.ts';

/**
 * Compares what a file was with what it is, as far as other files can see it. Positions and indexes do not count.
 * Classes, objects and arrays that are found to be the same keep their atoms, so that what others know of them stays true.
 */
export interface Alignment {
  readonly before: Unit;
  readonly after: Unit;
  /** Compares values, and takes note of what is the same. Nothing is noted when they differ. */
  same(before: readonly ValueId[], after: readonly ValueId[]): boolean;
  /** What a value is now; undefined when it was not compared, or is not the same. */
  now(before: ValueId): ValueId | undefined;
  /** From here on nothing more is taken note of. */
  freeze(): void;
  /** Hands the atoms of what is the same over. */
  carryAtoms(): void;
}

type EntityKind = 'class' | 'object' | 'array';

/** Pairs of indexes, before and after, in one number. */
const PAIR = 0x1000000;

export function createAlignment(before: Unit, after: Unit): Alignment {
  const entities: Record<EntityKind, Map<number, number>> = { class: new Map(), object: new Map(), array: new Map() };
  const reverse: Record<EntityKind, Map<number, number>> = { class: new Map(), object: new Map(), array: new Map() };
  const pairs = new Set<number>();
  const values = new Map<ValueId, ValueId>();
  const functions = new Set<number>();
  const journal: (() => void)[] = [];
  let isFrozen = false;

  function note(set: Set<number>, pair: number): void {
    set.add(pair);
    journal.push(() => set.delete(pair));
  }

  /** Undefined: not compared yet. */
  function known(kind: EntityKind, a: number, b: number): boolean | undefined {
    const there = entities[kind].get(a);
    if (there !== undefined || reverse[kind].has(b)) return there === b;
    if (isFrozen) return false;
    entities[kind].set(a, b);
    reverse[kind].set(b, a);
    journal.push(() => {
      entities[kind].delete(a);
      reverse[kind].delete(b);
    });
    return undefined;
  }

  function all(a: readonly ValueId[], b: readonly ValueId[]): boolean {
    return a.length === b.length && a.every((id, index) => value(id, b[index] ?? -1));
  }

  function optional(a: ValueId | null | undefined, b: ValueId | null | undefined): boolean {
    if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
    return value(a, b);
  }

  function properties(a: readonly PropertyFacts[], b: readonly PropertyFacts[]): boolean {
    return (
      a.length === b.length && a.every(([name, id], index) => name === b[index]?.[0] && value(id, b[index]?.[1] ?? -1))
    );
  }

  function assigned(kind: string, a: number, b: number): boolean {
    return properties(assignmentsTo(before, `${kind}:${a}`), assignmentsTo(after, `${kind}:${b}`));
  }

  function value(a: ValueId, b: ValueId): boolean {
    const pair = a * PAIR + b;
    if (pairs.has(pair)) return true;
    note(pairs, pair);
    if (!isFrozen && !values.has(a)) {
      values.set(a, b);
      journal.push(() => values.delete(a));
    }
    const x = valueOf(before, a);
    const y = valueOf(after, b);
    switch (x[0]) {
      case 'unknown':
        return y[0] === 'unknown';
      case 'import':
        return y[0] === 'import' && before.imports[x[1]] === after.imports[y[1]];
      case 'global':
        return y[0] === 'global' && x[1] === y[1];
      case 'literal':
        return y[0] === 'literal' && x[1] === y[1];
      case 'function':
        return y[0] === 'function' && fn(x[1], y[1]);
      case 'param':
        return y[0] === 'param' && x[2] === y[2] && fn(x[1], y[1]) && parameter(x[1], y[1], x[2]);
      case 'class':
        return y[0] === 'class' && classes(x[1], y[1]);
      case 'object':
        return y[0] === 'object' && objects(x[1], y[1]);
      case 'member':
        return y[0] === 'member' && x[2] === y[2] && value(x[1], y[1]);
      case 'result':
        return y[0] === 'result' && value(x[1], y[1]);
      case 'instance':
        return y[0] === 'instance' && value(x[1], y[1]);
      case 'union':
        return y[0] === 'union' && all(x[1], y[1]);
      case 'array':
        return y[0] === 'array' && (known('array', a, b) ?? all(x[1], y[1]));
    }
  }

  function fn(a: number, b: number): boolean {
    const x = before.facts.functions[a];
    const y = after.facts.functions[b];
    if (!x || !y || x.key !== y.key || x.flags !== y.flags) return false;
    if (functions.has(a)) return true;
    note(functions, a);
    const sameReturns = !before.functions[a]?.asksReturns || all(x.returns, y.returns);
    return sameReturns && assigned('function', a, b) && assigned('function.prototype', a, b);
  }

  /** What a parameter is hangs on its annotation and on the call that its function is written in. */
  function parameter(a: number, b: number, position: number): boolean {
    const x = before.facts.functions[a];
    const y = after.facts.functions[b];
    if (!x || !y) return false;
    return (
      optional(x.params[position], y.params[position]) &&
      optional(calleeAround(before, x)?.callee, calleeAround(after, y)?.callee) &&
      x.argumentOf?.[1] === y.argumentOf?.[1]
    );
  }

  function classes(a: number, b: number): boolean {
    const x = before.facts.classes[a];
    const y = after.facts.classes[b];
    if (!x || !y) return false;
    const told = known('class', a, b);
    if (told !== undefined) return told;
    return (
      optional(x.superclass, y.superclass) &&
      properties(x.members, y.members) &&
      properties(x.statics, y.statics) &&
      assigned('class', a, b) &&
      assigned('class.prototype', a, b) &&
      ownedBy(before, a) === ownedBy(after, b)
    );
  }

  function objects(a: number, b: number): boolean {
    const x = before.facts.objects[a];
    const y = after.facts.objects[b];
    if (!x || !y) return false;
    return (
      known('object', a, b) ??
      (properties(x.properties, y.properties) && all(x.spreads, y.spreads) && assigned('object', a, b))
    );
  }

  /** What is nested too deeply to be compared counts as another thing. */
  function isSame(a: readonly ValueId[], b: readonly ValueId[]): boolean {
    try {
      return all(a, b);
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  return {
    before,
    after,
    same(a, b) {
      journal.length = 0;
      if (isSame(a, b)) return true;
      for (const undo of journal.reverse()) undo();
      return false;
    },
    now: (id) => values.get(id),
    freeze: () => (isFrozen = true),
    carryAtoms() {
      for (const kind of ['class', 'object', 'array'] as const) {
        for (const [from, to] of entities[kind]) carry(before.atoms[kind], from, after.atoms[kind], to);
      }
    },
  };
}

function carry(before: Atom[], from: number, after: Atom[], to: number): void {
  const atom = before[from];
  if (!atom || !('index' in atom)) return;
  delete before[from];
  atom.index = to;
  after[to] = atom;
}

/** The call that a function is written in, as its argument. */
export function calleeAround(unit: Unit, { argumentOf, parent }: FunctionFacts): CallFacts | undefined {
  return argumentOf && unit.facts.functions[parent]?.calls[argumentOf[0]];
}

/** Which constructor a class has. */
function ownedBy(unit: Unit, index: number): string {
  const { functions } = unit.facts;
  return functions
    .filter(({ owner, flags }) => owner === index && flags & FunctionFlag.Constructor)
    .map(({ key }) => key)
    .join();
}
