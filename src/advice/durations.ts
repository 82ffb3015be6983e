/** "1.2 s", "340 ms", "0.05 ms": as many digits as a reader needs. */
export function inWords(milliseconds: number): string {
  if (milliseconds >= 60_000) return `${rounded(milliseconds / 60_000)} min`;
  if (milliseconds >= 1000) return `${rounded(milliseconds / 1000)} s`;
  return `${rounded(milliseconds)} ms`;
}

function rounded(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)));
}
