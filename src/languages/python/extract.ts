import type { FileFacts, ParseProblem } from '../../model/facts.ts';
import { lineStarts, rangeBetween } from '../lines.ts';
import { collectFacts } from './facts.ts';
import { parsePython } from './parse.ts';
import { findError, findOutdated } from './problems.ts';
import { lowerTree } from './tree.ts';
import { walkModule } from './walk.ts';

/**
 * All that the engine needs to know of one Python file. Pure once the grammar is loaded; never throws: what cannot be
 * read is told in `problem`.
 */
export function extractFacts(path: string, source: string): FileFacts {
  const text = source.charCodeAt(0) === 0xfeff ? ` ${source.slice(1)}` : source;
  const starts = lineStarts(text);
  const tree = parsePython(text);
  const error = findError(tree);
  const lowered = error ? undefined : lowerTree(tree, text);
  tree.delete();
  const problem = error ?? (lowered && findOutdated(lowered));
  if (!lowered || problem) {
    const { offset = 0, kind = 'syntax', message = 'invalid syntax' } = problem ?? {};
    return withProblem(starts.length, { kind, message, at: rangeBetween(starts, offset, offset) });
  }
  try {
    return collectFacts(walkModule(lowered.root, text), lowered.comments, starts, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return withProblem(starts.length, { kind: 'too-deep', message: 'nested too deeply to be analysed' });
  }
}

function withProblem(lines: number, problem: ParseProblem): FileFacts {
  return {
    language: 'python',
    problem,
    lines,
    imports: [],
    values: [],
    functions: [],
    classes: [],
    objects: [],
    exports: [],
    assignments: [],
    directives: [],
    roles: [],
  };
}
