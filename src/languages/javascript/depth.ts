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
  const roles = new Uint8Array(256);
  for (const [characters, role] of groups) for (const each of characters) roles[each.charCodeAt(0)] = role;
  return roles;
}

const encoder = new TextEncoder();
/** The bytes of a source, which are gone through twice as fast as its characters. Kept from file to file. */
let space = new Uint8Array(1 << 18);

/**
 * Whether a source may nest so deeply that a recursive native parser would crash the process. A quick scan that
 * knows short strings and comments on lines of their own, no more: it errs towards `true`, and then a slower engine reads the file.
 */
export function nestsDeeply(source: string): boolean {
  if (source.length < DEPTH_LIMIT) return false;
  if (space.length < source.length * 3) space = new Uint8Array(source.length * 3);
  const { written } = encoder.encodeInto(source, space);
  const brackets = bracketsIn(space.subarray(0, written));
  if (brackets === Infinity) return true;
  // Each of these comes with a bracket.
  const mayBranch = brackets > BRANCH_LIMIT;
  return (mayBranch && ['else', 'for(', 'for ('].some((word) => hasMany(source, word))) || hasWordChain(source);
}

/** How many brackets there are; infinitely many if they are nested too deeply, or a chain is too long. */
function bracketsIn(bytes: Uint8Array): number {
  let depth = 0;
  let chain = 0;
  let brackets = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const role = ROLES[bytes[index] ?? 0];
    if (role === 0) continue;
    switch (role) {
      case OPENING:
        depth += 1;
        brackets += 1;
        if (depth > DEPTH_LIMIT) return Infinity;
        break;
      case SEPARATOR:
        chain = 0;
        break;
      case SLASH:
        index = endOfComment(bytes, index);
        break;
      case QUOTE:
        index = endOfText(bytes, index);
        break;
      default:
        if (role === CLOSING && depth > 0) depth -= 1;
        chain += 1;
        if (chain > CHAIN_LIMIT) return Infinity;
    }
  }
  return brackets;
}

const [NEWLINE, BACKSLASH, STAR, SLASH_CODE, SPACE, TAB, RETURN] = [10, 92, 42, 47, 32, 9, 13];

/** The end of a comment that has its line to itself; else the slash. Elsewhere it may stand in a string or an expression. */
function endOfComment(bytes: Uint8Array, slash: number): number {
  const next = bytes[slash + 1];
  if ((next !== STAR && next !== SLASH_CODE) || !startsLine(bytes, slash)) return slash;
  const end = next === STAR ? endOfBlock(bytes, slash) : bytes.indexOf(NEWLINE, slash + 2);
  return end > slash ? end : slash;
}

function endOfBlock(bytes: Uint8Array, slash: number): number {
  let end = slash + 2;
  do end = bytes.indexOf(SLASH_CODE, end + 1);
  while (end > 0 && bytes[end - 1] !== STAR);
  return end;
}

/** What is longer may be code between two quotes that have nothing to do with each other. */
const MAX_TEXT = DEPTH_LIMIT / 2;

/** The end of a string; else the quote. */
function endOfText(bytes: Uint8Array, start: number): number {
  const quote = bytes[start];
  for (let index = start + 1; index < bytes.length; index += 1) {
    const code = bytes[index];
    if (code === quote) return index - start <= MAX_TEXT || standsAlone(bytes, start, index) ? index : start;
    if (code === BACKSLASH) index += 1;
    else if (code === NEWLINE) break;
  }
  return start;
}

/** Whether there is on both sides what surrounds an expression. */
function standsAlone(bytes: Uint8Array, start: number, end: number): boolean {
  let before = start - 1;
  while (isBlank(bytes[before])) before -= 1;
  let after = end + 1;
  while (isBlank(bytes[after])) after += 1;
  return isOneOf('([{,;=:?+&|>', bytes[before]) && isOneOf(')]},;:?+&|.', bytes[after]);
}

function isBlank(code: number | undefined): boolean {
  return code === SPACE || code === TAB || code === NEWLINE || code === RETURN;
}

/** The start and the end of a file surround as well. */
function isOneOf(characters: string, code: number | undefined): boolean {
  return code === undefined || characters.includes(String.fromCharCode(code));
}

function startsLine(bytes: Uint8Array, offset: number): boolean {
  let before = offset - 1;
  while (bytes[before] === SPACE || bytes[before] === TAB) before -= 1;
  return before < 0 || bytes[before] === NEWLINE;
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
