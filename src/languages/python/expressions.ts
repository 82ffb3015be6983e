import type { ValueId } from '../../model/facts.ts';
import { mayBeSlow } from '../slow-expressions.ts';
import { intern, type ValueStore } from '../values.ts';
import { lookUp } from './scopes.ts';
import type { Scope } from './records.ts';
import { type Node, part, unwrap } from './tree.ts';
import { textOf, type Walk } from './walk-state.ts';

/** Regular expressions of `re`, as far as they mean the same to the analyser, which knows those of JavaScript. */

const MAX_LENGTH = 2000;
const STRING = /^([a-z]*)('''|"""|'|")([\s\S]*)\2$/i;

export interface Compiled {
  readonly pattern: string;
  readonly flags: string;
}

/** The expression that the arguments of `re.compile(pattern, flags)` make. */
export function expressionOf(walk: Walk, pattern: Node, flags: Node | undefined, scope: Scope): Compiled | undefined {
  const text = patternText(walk, pattern, scope, 0);
  const letters = flags ? flagsOf(textOf(walk, unwrap(flags))) : '';
  return text === undefined || letters === undefined ? undefined : translate(text, letters);
}

/** Gives an expression a value, if it may take more than linear time. */
export function expressionValue(store: ValueStore, { pattern, flags }: Compiled): ValueId | undefined {
  return mayBeSlow(pattern, flags) ? intern(store, ['regex', pattern, flags]) : undefined;
}

function patternText(walk: Walk, expression: Node, scope: Scope, depth: number): string | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'string':
      return stringText(walk, node);
    case 'concatenated_string': {
      const parts = node.children.map((child) => stringText(walk, child));
      return parts.every((text) => text !== undefined) ? parts.join('') : undefined;
    }
    case 'identifier': {
      const [write, ...others] = lookUp(scope, textOf(walk, node))?.writes ?? [];
      if (write?.kind !== 'expression' || others.length > 0 || depth > 2) return undefined;
      return patternText(walk, write.node, write.scope, depth + 1);
    }
    default:
      return undefined;
  }
}

function stringText(walk: Walk, node: Node): string | undefined {
  if (node.end - node.start > MAX_LENGTH || node.children.some(({ type }) => type === 'interpolation'))
    return undefined;
  const [, prefix = '', , text] = STRING.exec(textOf(walk, node)) ?? [];
  if (text === undefined || /[bf]/i.test(prefix)) return undefined;
  // The other escapes mean the same in an expression.
  return /r/i.test(prefix) ? text : text.replaceAll('\\\\', '\\').replace(/\\(["'])/g, '$1');
}

/** The expression that a text is, with these flags. */
export function writtenExpression(walk: Walk, node: Node, flags: string): Compiled | undefined {
  const text = stringText(walk, node);
  return text === undefined ? undefined : translate(text, flags);
}

const LETTERS: Readonly<Record<string, string>> = {
  I: 'i',
  IGNORECASE: 'i',
  M: 'm',
  MULTILINE: 'm',
  S: 's',
  DOTALL: 's',
  U: '',
  UNICODE: '',
  A: '',
  ASCII: '',
};

/** `re.I | re.M`; undefined for flags that have no letter, or that are not written down. */
function flagsOf(text: string): string | undefined {
  const letters = text.split('|').map((flag) => LETTERS[flag.trim().replace(/^re\./, '')]);
  return letters.every((letter) => letter !== undefined) ? [...new Set(letters.join(''))].join('') : undefined;
}

/** What has no counterpart, or backtracks in another way. */
const UNKNOWN_SYNTAX = /\(\?(?![:=!]|<[=!]|P<|P=)|[*+?}]\+|\\N\{|\[[^\]]*\[:|\(\?P[^<=]/;

function translate(source: string, letters: string): Compiled | undefined {
  const [, inline = '', rest = source] = /^\(\?([aimsu]+)\)([\s\S]*)$/.exec(source) ?? [];
  if (UNKNOWN_SYNTAX.test(rest)) return undefined;
  const pattern = rest
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\\A/g, '^')
    .replace(/\\Z/g, '$')
    .replace(/\{,(\d+)\}/g, '{0,$1}');
  const flags = [...new Set(letters + inline.replace(/[au]/g, ''))].sort().join('');
  try {
    new RegExp(pattern, flags);
    return { pattern, flags };
  } catch {
    return undefined;
  }
}

/** What `match` and `fullmatch` make of an expression: it begins where the text does. */
export function anchored({ pattern, flags }: Compiled, method: string): Compiled {
  const start = pattern.startsWith('^') ? pattern : `^(?:${pattern})`;
  if (method === 'match') return { pattern: start, flags };
  if (method === 'fullmatch') return { pattern: pattern.endsWith('$') ? start : `^(?:${pattern})$`, flags };
  return { pattern, flags };
}

/** `re.compile('…')`, where it stands. */
export function compiledExpression(walk: Walk, call: Node, scope: Scope): Compiled | undefined {
  const [pattern, flags] = part(call, 'arguments')?.children ?? [];
  const isKeyword = flags?.type === 'keyword_argument';
  return pattern && expressionOf(walk, pattern, isKeyword ? part(flags, 'value') : flags, scope);
}
