/** Brackets nested deeper than this, or chains longer than these, overflow the stack of a native parser. */
const DEPTH_LIMIT = 400;
const CHAIN_LIMIT = 1200;
const BRANCH_LIMIT = 1200;

/** Operators written as words (`new new …`), thousands in a row: nothing but letters and white space. */
const WORDS_STEP = 2000;
const WORDS = /(?=\w{0,99}\s)[\w\s]{2000}/y;

/**
 * Whether a source may nest so deeply that a recursive native parser would crash the process. A quick scan that
 * does not know strings from code: it errs towards `true`, and then a slower engine reads the file.
 */
export function nestsDeeply(source: string): boolean {
  if (source.length < DEPTH_LIMIT) return false;
  let depth = 0;
  let chain = 0;
  for (let index = 0; index < source.length; index += 1) {
    switch (source.charCodeAt(index)) {
      case 40: // (
      case 91: // [
      case 123: // {
        depth += 1;
        if (depth > DEPTH_LIMIT) return true;
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        if (depth > 0) depth -= 1;
        chain += 1;
        if (chain > CHAIN_LIMIT) return true;
        break;
      case 59: // ;
      case 44: // ,
        chain = 0;
        break;
      case 33: // !
      case 42: // *
      case 43: // +
      case 45: // -
      case 58: // :
      case 60: // <
      case 61: // =
      case 63: // ?
      case 126: // ~
        chain += 1;
        if (chain > CHAIN_LIMIT) return true;
        break;
      default:
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
