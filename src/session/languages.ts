import { commentPlace } from '../languages/javascript/comment-place.ts';
import { extractFacts } from '../languages/javascript/extract.ts';
import type { CommentPlace } from '../model/comment.ts';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';
import type { FileFacts } from '../model/facts.ts';
import type { FilePlan, FileRewrite, PlannedExpression } from '../model/fix.ts';
import type { Range } from '../model/range.ts';

export interface ExtractOptions {
  /** Which of the parsers of a language reads the file; by default the fastest that loads. */
  readonly engine?: 'oxc' | 'typescript';
}

type Extract = (path: string, source: string, options?: ExtractOptions) => FileFacts;

interface Rewriter {
  readonly rewriteFile: (path: string, source: string, plan: FilePlan) => FileRewrite;
  readonly rewriteExpression: (path: string, source: string, planned: PlannedExpression) => FileRewrite;
}

/** A further language is one more line here; what no pattern names (a script without extension) is the last one's. */
const languages: readonly Language[] = [
  {
    files: /./,
    extract: extractFacts,
    commentPlace,
    // Few runs ask for fixes: their code is loaded then.
    rewriter: () => import('../languages/javascript/fixes/index.ts'),
  },
];

interface Language {
  readonly files: RegExp;
  readonly extract: Extract;
  readonly commentPlace: (path: string, source: string, at: Range) => CommentPlace;
  readonly rewriter: () => Promise<Rewriter>;
}

/** The facts of one source file, whatever its language. Pure; never throws. */
export function extractSource(path: string, source: string, options: ExtractOptions = {}): FileFacts {
  return languageOf(path).extract(path, source, options);
}

/** How a comment can be put above the line where a range starts. */
export function commentPlaceIn(path: string, source: string, at: Range): CommentPlace {
  return languageOf(path).commentPlace(path, source, at);
}

/** Carries a source file through a plan. */
export async function rewriteSource(path: string, source: string, plan: FilePlan): Promise<FileRewrite> {
  const { rewriteFile } = await languageOf(path).rewriter();
  return rewriteFile(path, source, plan);
}

/** Gives a regular expression of a source file another pattern. */
export async function rewriteExpression(
  path: string,
  source: string,
  planned: PlannedExpression,
): Promise<FileRewrite> {
  const rewriter = await languageOf(path).rewriter();
  return rewriter.rewriteExpression(path, source, planned);
}

function languageOf(path: string): Language {
  const language = languages.find(({ files }) => files.test(path));
  if (!language) throw new Error(`no language reads ${path}`);
  return language;
}

/** The analyser of regular expressions: large, slow, and only for threads that have time. */
export async function loadExpressionAnalyser(): Promise<(expression: Expression) => ExpressionVerdict> {
  const { analyseExpression } = await import('../languages/javascript/expressions/analyse.ts');
  return (expression) => analyseExpression(expression);
}
