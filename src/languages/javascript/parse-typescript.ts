import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/types';
import type * as Estree from '@typescript-eslint/typescript-estree';
import { withoutOctals } from './octals.ts';
import type { Comment, Dialect, Engine, ParsedSource, ParseFailure } from './parse.ts';

let engine: Engine | undefined;

/** The typescript-eslint parser. Loaded on first use: it brings the TypeScript compiler with it. */
export function typescriptEngine(): Engine {
  engine ??= loadEngine();
  return engine;
}

function loadEngine(): Engine {
  const estree = createRequire(import.meta.url)('@typescript-eslint/typescript-estree') as typeof Estree;
  return {
    parse(_path, source, dialect) {
      const result = parse(estree, source, dialect);
      const isOldScript = 'message' in result && /^octal|^escape sequence/i.test(result.message);
      return isOldScript && dialect.sourceType !== 'module' ? parse(estree, withoutOctals(source), dialect) : result;
    },
  };
}

function parse(estree: typeof Estree, source: string, dialect: Dialect): ParsedSource | ParseFailure {
  try {
    const program = estree.parse(source, {
      filePath: `file.${dialect.language}`,
      jsx: dialect.language.endsWith('x'),
      range: true,
      loc: false,
      comment: true,
      sourceType: dialect.sourceType === 'module' ? 'module' : 'script',
      suppressDeprecatedPropertyWarnings: true,
    });
    return { program, comments: () => program.comments.map(toComment), release: () => undefined };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const { message, index } = error as { message: string; index?: number };
    return { message, offset: index ?? -1 };
  }
}

function toComment(comment: TSESTree.Comment): Comment {
  return {
    block: (comment.type as string) === 'Block',
    text: comment.value,
    start: comment.range[0],
    end: comment.range[1],
  };
}
