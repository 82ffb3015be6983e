import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag } from '../../model/facts.ts';
import { calledName, type Node, staticName, unwrap } from './ast.ts';
import { leaves } from './conditions.ts';

/** Conditions that ask whether a program is being developed: nobody waits for what it does only then. */

export interface BranchFlags {
  readonly consequent: number;
  readonly alternate: number;
}

const NONE: BranchFlags = { consequent: 0, alternate: 0 };
const FIRST: BranchFlags = { consequent: CallFlag.OffLoop, alternate: 0 };
const SECOND: BranchFlags = { consequent: 0, alternate: CallFlag.OffLoop };

/** Call flags for the branch that is taken only in development: `process.env.NODE_ENV !== 'production'`, `isDev`. */
export function developmentFlags(test: Node): BranchFlags {
  const mode = modeOf(test);
  if (mode === undefined) return NONE;
  return mode === 'development' ? FIRST : SECOND;
}

/** The flags of what follows a statement: `if (isProduction) return;`. */
export function developmentFlagsAfter(statement: Node): number {
  if (statement.type !== 'IfStatement' || statement.alternate || !leaves(statement.consequent)) return 0;
  return developmentFlags(statement.test).alternate;
}

/** `development`: the condition holds only then. `production`: then it does not hold. */
type Mode = 'development' | 'production';

function modeOf(condition: Node): Mode | undefined {
  const test = unwrap(condition);
  switch (test.type) {
    case 'Identifier':
    case 'MemberExpression':
      return modeOfName(nameOf(test));
    case 'CallExpression':
      return test.arguments.length === 0 ? modeOfName(calledName(test)) : undefined;
    case 'UnaryExpression':
      return test.operator === '!' ? otherThan(modeOf(test.argument)) : undefined;
    case 'BinaryExpression':
      return modeOfComparison(test);
    case 'LogicalExpression': {
      const decides: Mode | undefined = JOINED[test.operator];
      return decides && [test.left, test.right].some((part) => modeOf(part) === decides) ? decides : undefined;
    }
    default:
      return undefined;
  }
}

/** What one part of a condition says of the whole. */
const JOINED: Partial<Record<string, Mode>> = { '&&': 'development', '||': 'production' };

function otherThan(mode: Mode | undefined): Mode | undefined {
  if (mode === undefined) return undefined;
  return mode === 'development' ? 'production' : 'development';
}

function modeOfComparison({ left, right, operator }: TSESTree.BinaryExpression): Mode | undefined {
  const value = right.type === 'Literal' ? right.value : undefined;
  const isEqual = operator === '==' || operator === '===';
  if (!isEqual && operator !== '!=' && operator !== '!==') return undefined;
  if (typeof value === 'boolean') {
    const mode = modeOf(left);
    return isEqual === value ? mode : otherThan(mode);
  }
  if (value !== 'production' && value !== 'development') return undefined;
  return isEqual ? value : otherThan(value);
}

function nameOf(node: TSESTree.Identifier | TSESTree.MemberExpression): string {
  return node.type === 'Identifier' ? node.name : (staticName(node.property, node.computed) ?? '');
}

/** `dev` alone may be a device. */
const DEVELOPMENT =
  /^(?:__dev__|(?:is|in)?_?development(?:_?mode)?|(?:is|in)_?dev(?:_?(?:mode|env|environment))?|dev_?mode)$/i;
const PRODUCTION =
  /^(?:__prod__|(?:is|in)?_?production(?:_?mode)?|(?:is|in)_?prod(?:_?(?:mode|env|environment))?|prod_?mode)$/i;

function modeOfName(name: string): Mode | undefined {
  if (DEVELOPMENT.test(name) || name === 'DEV') return 'development';
  return PRODUCTION.test(name) || name === 'PROD' ? 'production' : undefined;
}
