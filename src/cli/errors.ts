/** Something that the user can put right: one line on stderr, no stack trace. */
export class UserError extends Error {}

/** 0: below the bar. 1: findings at or over it. 2: the tool could not do its job. */
export type ExitCode = 0 | 1 | 2;

export function describeError(error: unknown): string {
  if (error instanceof UserError) return `loopwise: ${error.message}`;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `loopwise: internal error, please report it at https://github.com/loopwise/loopwise/issues\n${detail}`;
}
