import type { PlannedOperation } from '../model/fix.ts';

/** The twin that an operation has in all versions of its package that a project allows; the usual one if there is none. */
export function fitToVersions(
  operation: PlannedOperation,
  ranges: ReadonlyMap<string, string> | undefined,
): PlannedOperation {
  const { versions = [], ...usual } = operation;
  const name = [...(ranges?.keys() ?? [])].find((one) => usual.api.startsWith(`${one}.`));
  const allowed = name === undefined ? undefined : majorsOf(ranges?.get(name) ?? '');
  if (!allowed) return usual;
  const fitting = versions.find(({ from = '0', below }) => {
    return allowed.every(([low, high]) => low >= majorOf(from) && (below === undefined || high < majorOf(below)));
  });
  return fitting ? { ...usual, target: fitting.target, shape: fitting.shape } : usual;
}

/** The first and the last major version of each part of a range; undefined where that is not told: `latest`, a folder. */
function majorsOf(range: string): (readonly [number, number])[] | undefined {
  const parts = range.split('||').map((part) => {
    const [, sign = '', major = ''] =
      /^\s*(>=|[\^~=v])?\s*v?(\d+)(?:\.(?:\d+|[x*])){0,2}(?:-[\w.]+)?\s*$/.exec(part) ?? [];
    return major === '' ? undefined : ([Number(major), sign === '>=' ? Infinity : Number(major)] as const);
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function majorOf(version: string): number {
  return Number.parseInt(version, 10);
}
