import type { ValueId } from '../model/facts.ts';
import { NOTHING, sameResult, UNKNOWN, type Result } from './atoms.ts';
import type { Unit } from './unit.ts';

/** Marks in the memo, told apart by identity. */
const BUSY: Result = { atoms: [], open: false, soft: false };
const PENDING: Result = { atoms: [], open: false, soft: false };

/** Deeper nesting than any real code has; it keeps the stack small. */
const MAX_DEPTH = 300;
const MAX_ROUNDS = 60;

/** A value of a cycle whose outermost value is still being evaluated. */
interface Pending {
  readonly unit: Unit;
  readonly value: ValueId;
  readonly result: Result;
  /** Depth of the outermost unfinished evaluation that it hangs on. */
  low: number;
}

/**
 * Values of a cycle get their least fixed point: the outermost one is evaluated again and again, each time with what
 * the last round found for those that it was cut at, until nothing changes. So no result depends on where it began.
 */
export class Solver {
  readonly #layer: 0 | 1;
  readonly #step: (unit: Unit, value: ValueId) => Result;
  readonly #stackUnits: Unit[] = [];
  readonly #stackValues: ValueId[] = [];
  /** What values of a cycle are taken to be while the cycle is being evaluated. */
  readonly #assumed = new Map<Unit, Map<ValueId, Result>>();
  readonly #pending = new Map<Unit, Map<ValueId, Pending>>();
  readonly #members: Pending[] = [];
  #low = Infinity;
  #changed = false;

  /** @param layer which of a unit's memos it fills */
  constructor(layer: 0 | 1, step: (unit: Unit, value: ValueId) => Result) {
    this.#layer = layer;
    this.#step = step;
  }

  evaluate(unit: Unit, value: ValueId): Result {
    const memo = unit.memos[this.#layer][value];
    if (memo === undefined) return this.#compute(unit, value);
    if (memo === BUSY) return this.#cut(unit, value);
    if (memo === PENDING) return this.#reuse(unit, value);
    return memo;
  }

  /** Whether an evaluation is going on. */
  isBusy(): boolean {
    return this.#stackUnits.length > 0;
  }

  #cut(unit: Unit, value: ValueId): Result {
    let depth = this.#stackUnits.length - 1;
    while (depth >= 0 && (this.#stackUnits[depth] !== unit || this.#stackValues[depth] !== value)) depth--;
    this.#low = Math.min(this.#low, depth);
    const known = this.#assumed.get(unit)?.get(value);
    if (known === undefined) put(this.#assumed, unit, value, NOTHING);
    return known ?? NOTHING;
  }

  #reuse(unit: Unit, value: ValueId): Result {
    const member = this.#pending.get(unit)?.get(value);
    if (!member) return UNKNOWN;
    this.#low = Math.min(this.#low, member.low);
    return member.result;
  }

  #compute(unit: Unit, value: ValueId): Result {
    const depth = this.#stackUnits.length;
    if (depth > MAX_DEPTH) return UNKNOWN;
    const outerLow = this.#low;
    const outerChanged = this.#changed;
    const firstMember = this.#members.length;
    this.#stackUnits.push(unit);
    this.#stackValues.push(value);
    unit.memos[this.#layer][value] = BUSY;
    this.#low = Infinity;
    this.#changed = false;
    let result = this.#step(unit, value);
    if (this.#low === depth) result = this.#iterate(unit, value, depth, firstMember, result);
    this.#stackUnits.pop();
    this.#stackValues.pop();
    if (this.#low < depth) {
      this.#suspend(unit, value, result, firstMember);
      this.#low = Math.min(this.#low, outerLow);
      this.#changed ||= outerChanged;
    } else {
      unit.memos[this.#layer][value] = result;
      this.#low = outerLow;
      this.#changed = outerChanged;
    }
    if (depth === 0) this.#assumed.clear();
    return result;
  }

  /** At the outermost value of a cycle, or what looks like it until a round finds a way further out. */
  #iterate(unit: Unit, value: ValueId, depth: number, firstMember: number, first: Result): Result {
    let result = first;
    for (let round = 0; round < MAX_ROUNDS && this.#low === depth; round++) {
      this.#revise(unit, value, result);
      if (!this.#changed) break;
      this.#release(firstMember, false);
      this.#changed = false;
      this.#low = Infinity;
      result = this.#step(unit, value);
    }
    if (this.#low < depth) return result;
    this.#release(firstMember, true);
    this.#assumed.get(unit)?.delete(value);
    this.#low = Infinity;
    return result;
  }

  #suspend(unit: Unit, value: ValueId, result: Result, firstMember: number): void {
    // What hung on this value now hangs on what it hangs on.
    for (let index = firstMember; index < this.#members.length; index++) {
      const member = this.#members[index];
      if (member) member.low = Math.min(member.low, this.#low);
    }
    const member: Pending = { unit, value, result, low: this.#low };
    this.#members.push(member);
    put(this.#pending, unit, value, member);
    unit.memos[this.#layer][value] = PENDING;
    this.#revise(unit, value, result);
  }

  /** Whether what was assumed of a value that others were cut at held. */
  #revise(unit: Unit, value: ValueId, result: Result): void {
    const before = this.#assumed.get(unit)?.get(value);
    if (before === undefined || sameResult(before, result)) return;
    put(this.#assumed, unit, value, result);
    this.#changed = true;
  }

  /** Ends a round: its values are final, or to be evaluated again. */
  #release(firstMember: number, final: boolean): void {
    for (let index = this.#members.length - 1; index >= firstMember; index--) {
      const member = this.#members[index];
      if (!member) continue;
      member.unit.memos[this.#layer][member.value] = final ? member.result : undefined;
      this.#pending.get(member.unit)?.delete(member.value);
      if (final) this.#assumed.get(member.unit)?.delete(member.value);
    }
    this.#members.length = firstMember;
  }
}

function put<T>(table: Map<Unit, Map<ValueId, T>>, unit: Unit, value: ValueId, entry: T): void {
  const values = table.get(unit);
  if (values) values.set(value, entry);
  else table.set(unit, new Map([[value, entry]]));
}
