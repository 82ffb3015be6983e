import { commentPlace } from '../languages/javascript/comment-place.ts';
import { extractFacts } from '../languages/javascript/extract.ts';
import { commentPlace as pythonCommentPlace } from '../languages/python/comment-place.ts';
import { withDocTag } from '../languages/python/doc-tags.ts';
import { extractFacts as extractPython } from '../languages/python/extract.ts';
import { loadGrammar } from '../languages/python/parse.ts';
import type { CommentPlace } from '../model/comment.ts';
import type { Expression, ExpressionVerdict } from '../model/expression.ts';
import type { FileFacts } from '../model/facts.ts';
import type {
  FilePlan,
  FileRewrite,
  PlannedAwaits,
  PlannedExpression,
  PlannedJob,
  PlannedUnthread,
  Surroundings,
  TextEdit,
  UnthreadRewrite,
} from '../model/fix.ts';
import type { Range } from '../model/range.ts';
import type { CheckTypes } from '../model/type-check.ts';

export interface ExtractOptions {
  /** Which of the parsers of a language reads the file; by default the fastest that loads. */
  readonly engine?: 'oxc' | 'typescript';
}

type Extract = (path: string, source: string, options?: ExtractOptions) => FileFacts;

interface Rewriter {
  readonly rewriteFile: (path: string, source: string, plan: FilePlan, about: Surroundings) => FileRewrite;
  readonly rewriteExpression?: (path: string, source: string, planned: PlannedExpression) => FileRewrite;
  readonly rewriteThread?: (path: string, source: string, planned: PlannedUnthread) => UnthreadRewrite | undefined;
  /** It can put asynchronous copies beside functions. */
  readonly makesCopies?: boolean;
  readonly rewriteAwaits?: (path: string, source: string, planned: PlannedAwaits, about: Surroundings) => TitledRewrite;
  readonly rewriteJob?: (path: string, source: string, planned: PlannedJob, about: Surroundings) => TitledRewrite;
}

/** A rewrite that knows best how to say what it does. */
export interface TitledRewrite extends FileRewrite {
  readonly title: string;
}

/** A further language is one more line here; what no pattern names (a script without extension) is the last one's. */
const languages: readonly Language[] = [
  {
    files: /\.py$/i,
    ready: loadGrammar,
    extract: extractPython,
    commentPlace: pythonCommentPlace,
    withDocTag,
    rewriter: () => import('../languages/python/fixes/index.ts'),
  },
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
  /** Loads what reads its sources; to be waited for before any is read. */
  readonly ready?: () => Promise<void>;
  readonly extract: Extract;
  readonly commentPlace: (path: string, source: string, at: Range) => CommentPlace;
  /** How a tag gets into the documentation of a function; without it, in a comment above. */
  readonly withDocTag?: (source: string, at: Range, tag: string) => TextEdit | undefined;
  /** Without it, no fix changes its sources. */
  readonly rewriter?: () => Promise<Rewriter>;
}

/** Loads what reads these files on this thread; to be waited for before `extractSource`. */
export async function prepareSources(files: readonly string[]): Promise<void> {
  for (const { ready, files: own } of languages) if (ready && files.some((file) => own.test(file))) await ready();
}

/** The facts of one source file, whatever its language. Pure; never throws once its language is prepared. */
export function extractSource(path: string, source: string, options: ExtractOptions = {}): FileFacts {
  return languageOf(path).extract(path, source, options);
}

/** How a comment can be put above the line where a range starts. */
export function commentPlaceIn(path: string, source: string, at: Range): CommentPlace {
  return languageOf(path).commentPlace(path, source, at);
}

/** Puts a tag into the documentation of the function whose name is at a place, where that is not a comment above it. */
export function docTagIn(path: string, source: string, at: Range, tag: string): TextEdit | undefined {
  return languageOf(path).withDocTag?.(source, at, tag);
}

/** Carries a source file through a plan. */
export async function rewriteSource(
  path: string,
  source: string,
  plan: FilePlan,
  about: Surroundings,
): Promise<FileRewrite> {
  const rewriter = await rewriterOf(path);
  return rewriter?.rewriteFile(path, source, plan, about) ?? unsupported(path);
}

/** Whether plans with copies of functions can be carried out in a file. */
export async function makesCopies(path: string): Promise<boolean> {
  return (await rewriterOf(path))?.makesCopies === true;
}

/** Gives a regular expression of a source file another pattern. */
export async function rewriteExpression(
  path: string,
  source: string,
  planned: PlannedExpression,
): Promise<FileRewrite> {
  const rewriter = await rewriterOf(path);
  return rewriter?.rewriteExpression?.(path, source, planned) ?? unsupported(path);
}

/** Makes a thread that only waits a function; undefined where the language has no such rewrite. */
export async function rewriteThread(
  path: string,
  source: string,
  planned: PlannedUnthread,
): Promise<UnthreadRewrite | undefined> {
  return (await rewriterOf(path))?.rewriteThread?.(path, source, planned);
}

async function rewriterOf(path: string): Promise<Rewriter | undefined> {
  const { ready, rewriter } = languageOf(path);
  await ready?.();
  return rewriter?.();
}

function unsupported(path: string): FileRewrite {
  const message = `no fix is known for the language of ${path}`;
  return { edits: [], stops: [{ kind: 'not supported', message, file: path }], warnings: [] };
}

/** Has awaits wait together; undefined in a language that has no rewrite for it. */
export async function rewriteAwaits(
  path: string,
  source: string,
  planned: PlannedAwaits,
  about: Surroundings,
): Promise<TitledRewrite | undefined> {
  const rewriter = await rewriterOf(path);
  return rewriter?.rewriteAwaits?.(path, source, planned, about);
}

/** Hands a job to a thread or a process; undefined in a language that has no rewrite for it. */
export async function rewriteJob(
  path: string,
  source: string,
  planned: PlannedJob,
  about: Surroundings,
): Promise<TitledRewrite | undefined> {
  const rewriter = await rewriterOf(path);
  return rewriter?.rewriteJob?.(path, source, planned, about);
}

function languageOf(path: string): Language {
  const language = languages.find(({ files }) => files.test(path));
  if (!language) throw new Error(`no language reads ${path}`);
  return language;
}

/** The checker of types: larger still, and only for what changes typed sources. */
export async function loadTypeChecker(): Promise<CheckTypes> {
  const { createTypeChecker } = await import('../languages/javascript/type-check.ts');
  return createTypeChecker();
}

/** The analyser of regular expressions: large, slow, and only for threads that have time. It loads where a quick look does not do. */
export async function loadExpressionAnalyser(): Promise<(expression: Expression) => Promise<ExpressionVerdict>> {
  const { isSurelyLinear } = await import('../languages/javascript/expressions/linear.ts');
  return async (expression) => {
    if (isSurelyLinear(expression)) return { growth: 'linear' };
    const { analyseExpression } = await import('../languages/javascript/expressions/analyse.ts');
    return analyseExpression(expression);
  };
}
