/** Longer ones are tables that tools generate. */
const MAX_LENGTH = 2000;

/**
 * Whether an expression could take more than linear time, by its quantifiers without an upper bound alone: none, or a
 * single one that either ends the pattern or is reached from one place of the text only, cannot.
 */
export function mayBeSlow(pattern: string, flags: string): boolean {
  if (pattern.length > MAX_LENGTH) return false;
  const { unbounded, endsPattern } = quantifiersOf(pattern);
  if (unbounded === 0) return false;
  if (unbounded > 1) return true;
  const isAnchored = pattern.startsWith('^') && !flags.includes('m') && !pattern.includes('|');
  return !isAnchored && !endsPattern && !flags.includes('y');
}

interface Quantifiers {
  readonly unbounded: number;
  /** Whether the last one is the last thing in the pattern. */
  readonly endsPattern: boolean;
}

function quantifiersOf(pattern: string): Quantifiers {
  let unbounded = 0;
  let end = -1;
  let inClass = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index];
    if (character === '\\') index += 1;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '*' || character === '+' || (character === '{' && isOpen(pattern, index))) {
      unbounded += 1;
      if (character === '{') index = pattern.indexOf('}', index);
      end = index;
    }
  }
  const rest = pattern.slice(end + 1);
  return { unbounded, endsPattern: rest === '' || rest === ')' };
}

/** `{3,}` */
function isOpen(pattern: string, at: number): boolean {
  let index = at + 1;
  while (isDigit(pattern[index])) index += 1;
  return index > at + 1 && pattern[index] === ',' && pattern[index + 1] === '}';
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
