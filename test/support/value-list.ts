import type { Value, ValueTable } from '../../src/model/facts.ts';

/** All values of a table. */
export function valueList(table: ValueTable): Value[] {
  return Array.from({ length: table.length }, (_, id) => table.at(id) ?? ['unknown']);
}
