import type { FileFacts } from '../../model/facts.ts';
import { unreadFacts } from '../../model/unread.ts';
import { lineStarts, rangeBetween } from '../lines.ts';
import { collectFacts } from './facts.ts';
import { parsePython } from './parse.ts';
import { withoutNewestSyntax } from './newest-syntax.ts';
import { findError, findOutdated, type Problem } from './problems.ts';
import { type LoweredTree, lowerTree } from './tree.ts';
import { walkModule } from './walk.ts';

/**
 * All that the engine needs to know of one Python file. Pure once the grammar is loaded; never throws: what cannot be
 * read is told in `problem`.
 */
export function extractFacts(path: string, source: string): FileFacts {
  const text = plainText(source);
  const starts = lineStarts(text);
  const { tree, problem, readable } = read(text);
  if (!tree || problem) {
    const { offset = 0, kind = 'syntax', message = 'invalid syntax' } = problem ?? {};
    return unreadFacts('python', starts.length, { kind, message, at: rangeBetween(starts, offset, offset) });
  }
  try {
    return collectFacts(walkModule(tree.root, readable), tree.comments, starts, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadFacts('python', starts.length, { kind: 'too-deep', message: 'nested too deeply to be analysed' });
  }
}

/** Without a byte order mark, and without line ends that the grammar does not know; every character stays in its place. */
function plainText(source: string): string {
  const text = source.charCodeAt(0) === 0xfeff ? ` ${source.slice(1)}` : source;
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

interface Reading {
  readonly tree?: LoweredTree;
  readonly problem?: Problem | undefined;
  /** The text that was read. */
  readonly readable: string;
}

function read(text: string): Reading {
  const first = readOnce(text);
  if (first.tree) return first;
  const other = withoutNewestSyntax(text);
  const second = other === text ? first : readOnce(other);
  return second.tree ? second : first;
}

function readOnce(text: string): Reading {
  const parsed = parsePython(text);
  const problem = findError(parsed);
  const tree = problem ? undefined : lowerTree(parsed, text);
  parsed.delete();
  return tree ? { tree, problem: findOutdated(tree), readable: text } : { problem, readable: text };
}
