/** Brackets nested deeper than this, or chains longer than `CHAIN_LIMIT`, overflow the stack of a native parser. */
const DEPTH_LIMIT = 400;
const CHAIN_LIMIT = 1200;

/**
 * Whether a source may nest so deeply that a recursive native parser would crash the process. A quick scan that
 * does not know strings from code: it errs towards `true`, and then a slower engine reads the file.
 */
export function nestsDeeply(source: string): boolean {
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
        break;
      case 59: // ;
      case 44: // ,
        chain = 0;
        break;
      case 33: // !
      case 42: // *
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
  return hasLongKeywordChain(source);
}

const CHAINING_KEYWORDS =
  /(?:\b(?:else|typeof|void|delete|await|new|keyof|yield)\b[^;]{0,200}?){1200}|(?:\b(?:if|for|while|with)\s*\([^;()]{0,80}\)\s*){1200}/;

function hasLongKeywordChain(source: string): boolean {
  return (
    source.length > 3000 &&
    countAtLeast(source, / else |\}else|typeof|await new|if\(|for\(/g, 1200) &&
    CHAINING_KEYWORDS.test(source)
  );
}

function countAtLeast(source: string, pattern: RegExp, count: number): boolean {
  let seen = 0;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    seen += 1;
    if (seen >= count) return true;
  }
  return false;
}
