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
  const release = (): void => {
    empty(result, raw);
  };
  return { program, comments: () => result.comments.map(toComment), release };
}

/**
 * A result has getters of its own, which keep it alive until the next full collection: of one file after the other the
 * collector would copy all trees twice.
 */
function empty(result: Oxc.ParseResult, raw: boolean): void {
  result.program.body.length = 0;
  // Without raw transfer, what was not asked for has not been made.
  if (!raw) return;
  result.comments.length = 0;
  const { staticImports, staticExports, dynamicImports, importMetas } = result.module;
  for (const list of [staticImports, staticExports, dynamicImports, importMetas]) list.length = 0;
}

function toComment(comment: Oxc.Comment): Comment {
  return { block: comment.type === 'Block', text: comment.value, start: comment.start, end: comment.end };
}
