/** Brackets nested deeper than this, or chains longer than these, overflow the stack of a native parser. */
const DEPTH_LIMIT = 400;
const CHAIN_LIMIT = 1200;
const BRANCH_LIMIT = 1200;

/** Operators written as words (`new new …`), thousands in a row: nothing but letters and white space. */
const WORDS_STEP = 2000;
const WORDS = /(?=\w{0,99}\s)[\w\s]{2000}/y;

const [OPENING, CLOSING, SEPARATOR, OPERATOR] = [1, 2, 3, 4];

/** By character: most characters have none. */
const ROLES = rolesOf([
  ['([{', OPENING],
  [')]}', CLOSING],
  [';,', SEPARATOR],
  ['!*+-:<=?~', OPERATOR],
]);

function rolesOf(groups: readonly (readonly [string, number])[]): Uint8Array {
  const roles = new Uint8Array(128);
  for (const [characters, role] of groups) for (const each of characters) roles[each.charCodeAt(0)] = role;
  return roles;
}

/**
 * Whether a source may nest so deeply that a recursive native parser would crash the process. A quick scan that
 * does not know strings from code: it errs towards `true`, and then a slower engine reads the file.
 */
export function nestsDeeply(source: string): boolean {
  if (source.length < DEPTH_LIMIT) return false;
  let depth = 0;
  let chain = 0;
  for (let index = 0; index < source.length; index += 1) {
    const role = ROLES[source.charCodeAt(index)];
    if (role === undefined || role === 0) continue;
    switch (role) {
      case OPENING:
        depth += 1;
        if (depth > DEPTH_LIMIT) return true;
        break;
      case SEPARATOR:
        chain = 0;
        break;
      default:
        if (role === CLOSING && depth > 0) depth -= 1;
        chain += 1;
        if (chain > CHAIN_LIMIT) return true;
    }
  }
  return ['else', 'for(', 'for ('].some((word) => hasMany(source, word)) || hasWordChain(source);
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
