/** Whether to colour what goes to a stream: the flag, then the environment, then whether it is a terminal. */
export function wantsColors(flag: boolean | undefined, stream: NodeJS.WriteStream): boolean {
  if (flag !== undefined) return flag;
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR && FORCE_COLOR !== '0') return true;
  // A pipe has no such property at all.
  return 'isTTY' in stream && stream.isTTY && TERM !== 'dumb';
}

/** Columns of a terminal; undefined for a pipe or a file. */
export function widthOf(stream: NodeJS.WriteStream): number | undefined {
  return stream.isTTY ? stream.columns : undefined;
}
