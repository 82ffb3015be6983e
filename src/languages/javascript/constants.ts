import type { Node } from './ast.ts';

type Constant = string | number | boolean | null;

/** Strings longer than this say no more to a predicate. */
const MAX_LENGTH = 120;

/** The value of a constant expression: literals and arithmetic on them (`10 * 1024`, `2 ** 16`). */
export function foldConstant(node: Node): Constant | undefined {
  const value = fold(node);
  if (typeof value !== 'number') return value;
  // Facts travel as JSON, which has neither infinities nor a negative zero.
  return Number.isFinite(value) ? value + 0 : undefined;
}

function fold(node: Node): Constant | undefined {
  switch (node.type) {
    case 'Literal':
      return foldLiteral(node.value);
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? foldLiteral(node.quasis[0]?.value.cooked)
        : withoutMedium(node.quasis[0]?.value.cooked);
    case 'UnaryExpression':
      return foldUnary(node.operator, fold(node.argument));
    case 'BinaryExpression':
      return foldText(node.operator, fold(node.left), fold(node.right));
    default:
      return undefined;
  }
}

function foldText(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  return right === undefined && operator === '+' ? withoutMedium(left) : foldBinary(operator, left, right);
}

/** `/proc/${pid}/stat`: of the files that no medium holds, it is enough to know where they are. */
function withoutMedium(begin: unknown): string | undefined {
  return typeof begin === 'string' && /^\/(?:proc|sys)\//.test(begin) ? `${begin}*` : undefined;
}

function foldLiteral(value: unknown): Constant | undefined {
  if (typeof value === 'string') return value.length <= MAX_LENGTH ? value : undefined;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return undefined;
}

function foldUnary(operator: string, value: Constant | undefined): Constant | undefined {
  if (value === undefined) return undefined;
  if (operator === '!') return !value;
  return operator === '-' && typeof value === 'number' ? -value : undefined;
}

function foldBinary(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (typeof left === 'string' && typeof right === 'string' && operator === '+') return foldLiteral(left + right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '**':
      return left ** right;
    case '<<':
      return left << right;
    default:
      return undefined;
  }
}
