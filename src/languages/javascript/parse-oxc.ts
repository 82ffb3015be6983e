import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/types';
import type * as Oxc from 'oxc-parser';
import type { Comment, Dialect, Engine, ParsedSource, ParseFailure } from './parse.ts';

let engine: Engine | null | undefined;

/** The native parser, or `undefined` where the platform has no build of it. */
export function oxcEngine(): Engine | undefined {
  engine ??= loadEngine();
  return engine ?? undefined;
}

function loadEngine(): Engine | null {
  try {
    const oxc = createRequire(import.meta.url)('oxc-parser') as typeof Oxc;
    const raw = oxc.rawTransferSupported();
    return { parse: (path, source, dialect) => parse(oxc, raw, path, source, dialect) };
  } catch {
    return null;
  }
}

function parse(
  oxc: typeof Oxc,
  raw: boolean,
  path: string,
  source: string,
  dialect: Dialect,
): ParsedSource | ParseFailure {
  const options = { lang: dialect.language, sourceType: dialect.sourceType, preserveParens: false, astType: 'ts' };
  const result = oxc.parseSync(path, source, {
    ...options,
    // Also for short files: trees of one making are walked faster than trees of two.
    ...(raw && { experimentalRawTransfer: true }),
  } as Oxc.ParserOptions);
  const [error] = result.errors;
  if (error) return { message: error.message, offset: error.labels[0]?.start ?? -1 };
  // oxc's tree is the one of typescript-estree, with `start` and `end` in place of `range`.
  const program = result.program as unknown as TSESTree.Program;
  return { program, comments: () => result.comments.map(toComment) };
}

function toComment(comment: Oxc.Comment): Comment {
  return { block: comment.type === 'Block', text: comment.value, start: comment.start, end: comment.end };
}
