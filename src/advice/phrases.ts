/** As code in Markdown. */
export function quoted(code: string): string {
  return `\`${code}\``;
}

/** "`load` and `save`", "the 2 calls of `load`". */
export function callsOf(texts: readonly string[]): string {
  const names = [...new Set(texts)];
  const [only = ''] = names;
  if (names.length === 1 && texts.length > 1) return `the ${texts.length} calls of ${quoted(only)}`;
  return listed(names.map(quoted));
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MAX_LISTED = 3;

/** "a, b and c": the first three, and how many more. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length > MAX_LISTED)
    return `${names.slice(0, MAX_LISTED).join(', ')} and ${names.length - MAX_LISTED} more`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
