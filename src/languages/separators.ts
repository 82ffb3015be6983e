/** What stands between the names of a path or of a dotted name, as sources write it; letters are variables. */
const SEPARATORS = new Set([
  '/',
  '\\\\',
  '\\',
  '.',
  '::',
  'sep',
  'path.sep',
  'os.sep',
  'os.path.sep',
  '/[\\\\/]/',
  '/[/\\\\]/',
]);

/** How many names one has at most, as a rule. */
export const MOST_NAMES = 20;

/** Whether a text that is split at this, written so in the source, gives a few names: `'/'`, `path.sep`. */
export function separatesNames(written: string): boolean {
  return SEPARATORS.has(written.replace(/^r?(['"`])(.*)\1$/, '$2'));
}
