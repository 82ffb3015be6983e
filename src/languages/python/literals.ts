import { type Node, unwrap } from './tree.ts';
import { textOf, type Walk } from './walk-state.ts';

const MAX_TEXT = 200;

/** The constant that an expression is; undefined for what is none, or what is too long to matter. */
export function literalOf(walk: Walk, expression: Node): string | number | boolean | null | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'string':
      return stringOf(walk, node) ?? withoutMedium(walk, node);
    case 'concatenated_string': {
      const parts = node.children.map((child) => stringOf(walk, child));
      return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
    }
    case 'integer':
    case 'float':
      return numberOf(textOf(walk, node));
    case 'unary_operator': {
      const [argument] = node.children;
      const value = argument && literalOf(walk, argument);
      return typeof value === 'number' && walk.source[node.start] === '-' ? -value : undefined;
    }
    case 'binary_operator':
      return amountOf(walk, node);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'none':
      return null;
    default:
      return undefined;
  }
}

/** `10 ** 6`, `64 * 1024`. */
function amountOf(walk: Walk, { children: [left, right] }: Node): number | undefined {
  const [a, b] = [left && literalOf(walk, left), right && literalOf(walk, right)];
  if (!left || !right || typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (walk.source.slice(left.end, right.start).trim()) {
    case '**':
      return a ** b;
    case '*':
      return a * b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    default:
      return undefined;
  }
}

const STRING = /^([a-z]*)('''|"""|'|")([\s\S]*)\2$/i;

/** Escapes are kept as they are written: no name or mode has any. */
function stringOf(walk: Walk, node: Node): string | undefined {
  if (node.type !== 'string' || node.end - node.start > MAX_TEXT || node.children.some(isCode)) return undefined;
  const [, prefix = '', , text] = STRING.exec(textOf(walk, node)) ?? [];
  return /[b]/i.test(prefix) ? undefined : text;
}

/** `f'/proc/{pid}/stat'`: of the files that no medium holds, it is enough to know where they are. */
function withoutMedium(walk: Walk, node: Node): string | undefined {
  const begin = /^f(?:'''|"""|'|")(\/(?:proc|sys)\/[^{]*)/i.exec(textOf(walk, node));
  return begin ? `${begin[1]}*` : undefined;
}

function isCode({ type }: Node): boolean {
  return type === 'interpolation';
}

function numberOf(text: string): number | undefined {
  const value = Number(text.replaceAll('_', ''));
  return Number.isNaN(value) ? undefined : value;
}
