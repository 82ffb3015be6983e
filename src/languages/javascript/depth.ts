/** Brackets nested deeper than this, or chains longer than these, overflow the stack of a native parser. */
const DEPTH_LIMIT = 400;
const CHAIN_LIMIT = 1200;
const BRANCH_LIMIT = 1200;

/** Operators written as words (`new new …`), thousands in a row: nothing but letters and white space. */
const WORDS_STEP = 2000;
const WORDS = /(?=\w{0,99}\s)[\w\s]{2000}/y;

const [OPENING, CLOSING, SEPARATOR, OPERATOR, SLASH, QUOTE] = [1, 2, 3, 4, 5, 6];

/** By character: most characters have none. */
const ROLES = rolesOf([
  ['([{', OPENING],
  [')]}', CLOSING],
  [';,', SEPARATOR],
  ['!*+-:<=?~', OPERATOR],
  ['/', SLASH],
  [`'"`, QUOTE],
]);

function rolesOf(groups: readonly (readonly [string, number])[]): Uint8Array {
  const roles = new Uint8Array(128);
  for (const [characters, role] of groups) for (const each of characters) roles[each.charCodeAt(0)] = role;
  return roles;
}

/**
 * Whether a source may nest so deeply that a recursive native parser would crash the process. A quick scan that
 * knows short strings and comments on lines of their own, no more: it errs towards `true`, and then a slower engine reads the file.
 */
export function nestsDeeply(source: string): boolean {
  if (source.length < DEPTH_LIMIT) return false;
  let depth = 0;
  let chain = 0;
  let brackets = 0;
  for (let index = 0; index < source.length; index += 1) {
    const role = ROLES[source.charCodeAt(index)];
    if (role === undefined || role === 0) continue;
    switch (role) {
      case OPENING:
        depth += 1;
        brackets += 1;
        if (depth > DEPTH_LIMIT) return true;
        break;
      case SEPARATOR:
        chain = 0;
        break;
      case SLASH:
        index = endOfComment(source, index);
        break;
      case QUOTE:
        index = endOfText(source, index);
        break;
      default:
        if (role === CLOSING && depth > 0) depth -= 1;
        chain += 1;
        if (chain > CHAIN_LIMIT) return true;
    }
  }
  // Each of these comes with a bracket.
  const mayBranch = brackets > BRANCH_LIMIT;
  return (mayBranch && ['else', 'for(', 'for ('].some((word) => hasMany(source, word))) || hasWordChain(source);
}

/** The end of a comment that has its line to itself; else the slash. Elsewhere it may stand in a string or an expression. */
function endOfComment(source: string, slash: number): number {
  const next = source[slash + 1];
  if ((next !== '*' && next !== '/') || !startsLine(source, slash)) return slash;
  const end = next === '*' ? source.indexOf('*/', slash + 2) + 1 : source.indexOf('\n', slash);
  return end > slash ? end : slash;
}

/** What is longer may be code between two quotes that have nothing to do with each other. */
const MAX_TEXT = DEPTH_LIMIT / 2;

/** The end of a string; else the quote. */
function endOfText(source: string, start: number): number {
  const quote = source.charCodeAt(start);
  for (let index = start + 1; ; index += 1) {
    const code = source.charCodeAt(index);
    if (code === quote) return index - start <= MAX_TEXT || standsAlone(source, start, index) ? index : start;
    if (code === BACKSLASH) index += 1;
    else if (code === NEWLINE || Number.isNaN(code)) return start;
  }
}

/** Whether there is on both sides what surrounds an expression. */
function standsAlone(source: string, start: number, end: number): boolean {
  let before = start - 1;
  while (isBlank(source, before)) before -= 1;
  let after = end + 1;
  while (isBlank(source, after)) after += 1;
  return '([{,;=:?+&|>'.includes(source.charAt(before)) && ')]},;:?+&|.'.includes(source.charAt(after));
}

function isBlank(source: string, index: number): boolean {
  return source[index] === ' ' || source[index] === '\t' || source[index] === '\n' || source[index] === '\r';
}

const [NEWLINE, BACKSLASH] = [10, 92];

function startsLine(source: string, offset: number): boolean {
  let before = offset - 1;
  while (source[before] === ' ' || source[before] === '\t') before -= 1;
  return before < 0 || source[before] === '\n';
}

/** A word that often may be one `else if` chain, or loops in loops, which are as deep as they are long. */
function hasMany(source: string, word: string): boolean {
  let count = 0;
  for (let index = source.indexOf(word); index >= 0; index = source.indexOf(word, index + word.length)) {
    count += 1;
    if (count > BRANCH_LIMIT) return true;
  }
  return false;
}

function hasWordChain(source: string): boolean {
  for (let index = 0; index + WORDS_STEP <= source.length; index += WORDS_STEP) {
    WORDS.lastIndex = index;
    if (WORDS.test(source)) return true;
  }
  return false;
}
