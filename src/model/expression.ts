/** What an analyser says of a regular expression. */
export interface ExpressionVerdict {
  /** How the time of a match grows with the length of the text; `unknown`: the analyser could not tell in time. */
  readonly growth: 'linear' | 'polynomial' | 'exponential' | 'unknown';
  /** Of the polynomial. */
  readonly degree?: number;
  /** A text that shows it. */
  readonly attack?: Attack;
  /** A pattern that matches the same and takes linear time. */
  readonly safer?: string;
}

/** `prefix`, `pump` many times, for each of `pumps`, and then `suffix`. */
export interface Attack {
  readonly pumps: readonly (readonly [prefix: string, pump: string])[];
  readonly suffix: string;
}

/** An expression to be analysed. */
export interface Expression {
  readonly pattern: string;
  readonly flags: string;
}

export function expressionKey({ pattern, flags }: Expression): string {
  return `/${pattern}/${flags}`;
}

/** The attack as an expression of a language, each part repeated `times` times: `'a'.repeat(100) + '!'`. */
export function attackText(
  { pumps, suffix }: Attack,
  times: string,
  repeated: (text: string, times: string) => string,
): string {
  const parts = pumps.flatMap(([prefix, pump]) => [
    ...(prefix === '' ? [] : [quoted(prefix)]),
    repeated(quoted(pump), times),
  ]);
  return [...parts, ...(suffix === '' ? [] : [quoted(suffix)])].join(' + ');
}

/** The attack itself. */
export function attackString({ pumps, suffix }: Attack, times: number): string {
  return pumps.map(([prefix, pump]) => prefix + pump.repeat(times)).join('') + suffix;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', "'": "\\'", '\\': '\\\\' };

function quoted(text: string): string {
  const inner = Array.from(text, (character) => ESCAPES[character] ?? visible(character)).join('');
  return `'${inner}'`;
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 32 && code < 127) return character;
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}
