export function now(ms: number) {
  const end = performance.now() + ms;
  while (performance.now() < end) {}
}
