const lastAttempt = new Map<string, number>();

// Looks like a pause, is a busy loop: it asks the clock millions of times, and no request is served meanwhile.
// `await setTimeout(ms)` from node:timers/promises pauses this member and nobody else.
export function slowDown(member: string): void {
  const earliest = (lastAttempt.get(member) ?? 0) + 500;
  while (Date.now() < earliest);
  lastAttempt.set(member, Date.now());
}
