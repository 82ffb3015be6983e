import {
  FunctionFlag,
  type CallFacts,
  type FunctionFacts,
  type PropertyFacts,
  type Value,
  type ValueId,
} from '../model/facts.ts';
import type { Atom } from './atoms.ts';
import { mixinsTo, type Mixin } from './mixins.ts';
import { assignmentsTo, valueOf, type Unit } from './unit.ts';

type EntityKind = 'class' | 'object' | 'array';

/** Pairs of indexes, before and after, in one number. */
const PAIR = 0x1000000;

/**
 * Compares what a file was with what it is, as far as other files can see it. Positions and indexes do not count.
 * Classes, objects and arrays that are found to be the same keep their atoms, so that what others know of them stays true.
 */
export class Alignment {
  readonly before: Unit;
  readonly after: Unit;
  readonly #entities: Record<EntityKind, Map<number, number>> = {
    class: new Map(),
    object: new Map(),
    array: new Map(),
  };
  readonly #reverse: Record<EntityKind, Map<number, number>> = {
    class: new Map(),
    object: new Map(),
    array: new Map(),
  };
  readonly #pairs = new Set<number>();
  readonly #values = new Map<ValueId, ValueId>();
  readonly #functions = new Set<number>();
  readonly #journal: (() => void)[] = [];
  #isFrozen = false;

  constructor(before: Unit, after: Unit) {
    this.before = before;
    this.after = after;
  }

  /** Compares values, and takes note of what is the same. Nothing is noted when they differ. */
  same(before: readonly ValueId[], after: readonly ValueId[]): boolean {
    this.#journal.length = 0;
    if (this.#isSame(before, after)) return true;
    for (const undo of this.#journal.reverse()) undo();
    return false;
  }

  /** What a value is now; undefined when it was not compared, or is not the same. */
  now(before: ValueId): ValueId | undefined {
    return this.#values.get(before);
  }

  /** From here on nothing more is taken note of. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** Hands the atoms of what is the same over. */
  carryAtoms(): void {
    for (const kind of ['class', 'object', 'array'] as const) {
      for (const [from, to] of this.#entities[kind]) carry(this.before.atoms[kind], from, this.after.atoms[kind], to);
    }
  }

  /** What is nested too deeply to be compared counts as another thing. */
  #isSame(a: readonly ValueId[], b: readonly ValueId[]): boolean {
    try {
      return this.#all(a, b);
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  #all(a: readonly ValueId[], b: readonly ValueId[]): boolean {
    return a.length === b.length && a.every((id, index) => this.#value(id, b[index] ?? -1));
  }

  #optional(a: ValueId | null | undefined, b: ValueId | null | undefined): boolean {
    if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
    return this.#value(a, b);
  }

  #properties(a: readonly PropertyFacts[], b: readonly PropertyFacts[]): boolean {
    const same = ([name, id]: PropertyFacts, index: number): boolean =>
      name === b[index]?.[0] && this.#value(id, b[index][1]);
    return a.length === b.length && a.every(same);
  }

  #assigned(kind: string, a: number, b: number): boolean {
    return this.#properties(assignmentsTo(this.before, `${kind}:${a}`), assignmentsTo(this.after, `${kind}:${b}`));
  }

  #value(a: ValueId, b: ValueId): boolean {
    const pair = a * PAIR + b;
    if (this.#pairs.has(pair)) return true;
    this.#pairs.add(pair);
    this.#journal.push(() => this.#pairs.delete(pair));
    if (!this.#isFrozen && !this.#values.has(a)) {
      this.#values.set(a, b);
      this.#journal.push(() => this.#values.delete(a));
    }
    const x = valueOf(this.before, a);
    const y = valueOf(this.after, b);
    if (x[0] === 'array' && y[0] === 'array') return this.#known('array', a, b) ?? this.#all(x[1], y[1]);
    return this.#sameKind(x, y);
  }

  #sameKind(x: Value, y: Value): boolean {
    switch (x[0]) {
      case 'unknown':
        return y[0] === 'unknown';
      case 'import':
        return y[0] === 'import' && this.before.imports[x[1]] === this.after.imports[y[1]];
      case 'global':
      case 'literal':
        return y[0] === x[0] && x[1] === y[1];
      case 'regex':
        return y[0] === 'regex' && x[1] === y[1] && x[2] === y[2];
      case 'function':
        return y[0] === 'function' && this.#function(x[1], y[1]);
      case 'param':
        return y[0] === 'param' && x[2] === y[2] && this.#function(x[1], y[1]) && this.#parameter(x[1], y[1], x[2]);
      case 'class':
        return y[0] === 'class' && this.#class(x[1], y[1]);
      case 'object':
        return y[0] === 'object' && this.#object(x[1], y[1]);
      case 'member':
        return y[0] === 'member' && x[2] === y[2] && this.#value(x[1], y[1]);
      case 'result':
        return y[0] === 'result' && this.#value(x[1], y[1]) && this.#all(x[2] ?? [], y[2] ?? []);
      case 'instance':
        return y[0] === 'instance' && this.#value(x[1], y[1]);
      case 'union':
        return y[0] === 'union' && this.#all(x[1], y[1]);
      case 'array':
        return false;
    }
  }

  /** Whether two entities are taken to be one; undefined: not compared yet, and from now on taken to be. */
  #known(kind: EntityKind, a: number, b: number): boolean | undefined {
    const there = this.#entities[kind].get(a);
    if (there !== undefined || this.#reverse[kind].has(b)) return there === b;
    if (this.#isFrozen) return false;
    this.#entities[kind].set(a, b);
    this.#reverse[kind].set(b, a);
    this.#journal.push(() => {
      this.#entities[kind].delete(a);
      this.#reverse[kind].delete(b);
    });
    return undefined;
  }

  #function(a: number, b: number): boolean {
    const x = this.before.facts.functions[a];
    const y = this.after.facts.functions[b];
    if (x?.key !== y?.key || x?.flags !== y?.flags || !x || !y) return false;
    if (this.#functions.has(a)) return true;
    this.#functions.add(a);
    this.#journal.push(() => this.#functions.delete(a));
    const sameReturns = !this.before.functions[a]?.asksReturns || this.#all(x.returns, y.returns);
    if (!sameReturns || !this.#assigned('function', a, b) || !this.#assigned('function.prototype', a, b)) return false;
    return this.#sameMixed('function', a, b) && x.paramNames.every((_, position) => this.#sameGiven(position, a, b));
  }

  /** What a function adds to what it is handed. */
  #sameGiven(position: number, a: number, b: number): boolean {
    const { before, after } = this;
    if (before.facts.assignments.length + after.facts.assignments.length === 0) return true;
    return this.#assigned(`param.${position}`, a, b) && this.#assigned(`param.prototype.${position}`, a, b);
  }

  /** What adds members to an entity. */
  #sameMixed(kind: 'class' | 'object' | 'function', a: number, b: number): boolean {
    const was = mixinsTo(this.before, `${kind}:${a}`);
    const is = mixinsTo(this.after, `${kind}:${b}`);
    const same = ({ callee, argument }: Mixin, index: number): boolean =>
      argument === is[index]?.argument && this.#value(callee, is[index].callee);
    return was.length === is.length && was.every(same);
  }

  /** What a parameter is hangs on its annotation and on the call that its function is written in. */
  #parameter(a: number, b: number, position: number): boolean {
    const x = this.before.facts.functions[a];
    const y = this.after.facts.functions[b];
    if (!x || !y) return false;
    return (
      this.#optional(x.params[position], y.params[position]) &&
      this.#optional(calleeAround(this.before, x)?.callee, calleeAround(this.after, y)?.callee) &&
      x.argumentOf?.[1] === y.argumentOf?.[1]
    );
  }

  #class(a: number, b: number): boolean {
    const x = this.before.facts.classes[a];
    const y = this.after.facts.classes[b];
    if (!x || !y) return false;
    const known = this.#known('class', a, b);
    if (known !== undefined) return known;
    return (
      this.#optional(x.superclass, y.superclass) &&
      this.#all(x.furtherSuperclasses ?? [], y.furtherSuperclasses ?? []) &&
      this.#properties(x.members, y.members) &&
      this.#properties(x.statics, y.statics) &&
      this.#assigned('class', a, b) &&
      this.#assigned('class.prototype', a, b) &&
      this.#sameMixed('class', a, b) &&
      constructorOf(this.before, a) === constructorOf(this.after, b)
    );
  }

  #object(a: number, b: number): boolean {
    const x = this.before.facts.objects[a];
    const y = this.after.facts.objects[b];
    if (!x || !y) return false;
    const known = this.#known('object', a, b);
    if (known !== undefined) return known;
    return (
      this.#properties(x.properties, y.properties) &&
      this.#all(x.spreads, y.spreads) &&
      this.#assigned('object', a, b) &&
      this.#sameMixed('object', a, b)
    );
  }
}

function carry(before: Atom[], from: number, after: Atom[], to: number): void {
  const atom = before[from];
  if (!atom || !('index' in atom)) return;
  atom.index = to;
  after[to] = atom;
}

/** The call that a function is written in, as its argument. */
export function calleeAround(unit: Unit, { argumentOf, parent }: FunctionFacts): CallFacts | undefined {
  return argumentOf && unit.facts.functions[parent]?.calls[argumentOf[0]];
}

/** Which constructor a class has. */
function constructorOf(unit: Unit, index: number): string {
  const { functions } = unit.facts;
  return functions
    .filter(({ owner, flags }) => owner === index && flags & FunctionFlag.Constructor)
    .map(({ key }) => key)
    .join();
}
