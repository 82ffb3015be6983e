export interface Spread {
  readonly width: number;
  readonly label: string;
}

export function spread(rounds: number, label: string): Spread {
  let most = 0;
  for (let i = 0; i < rounds; i++) most = Math.max(most, (i * 31) % 1_000_003);
  return { width: most, label };
}
