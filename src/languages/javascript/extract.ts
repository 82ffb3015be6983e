import type { FileFacts } from '../../model/facts.ts';
import { unreadFacts } from '../../model/unread.ts';
import { collectFacts } from './facts.ts';
import { lineStarts, rangeBetween } from './lines.ts';
import { defaultEngine, type ParserEngine, parseSource } from './parse.ts';
import { walkProgram } from './walk.ts';

export interface ExtractOptions {
  /** Which parser reads the file; by default the fastest that loads. */
  readonly engine?: ParserEngine;
}

/**
 * All that the engine needs to know of one source file. Pure; never throws: what cannot be read is told in
 * `problem`.
 */
export function extractFacts(path: string, source: string, options: ExtractOptions = {}): FileFacts {
  const text = source.charCodeAt(0) === 0xfeff ? ` ${source.slice(1)}` : source;
  const starts = lineStarts(text);
  const result = parseSource(path, text, options.engine ?? defaultEngine());
  if (!result.parsed) {
    const { kind, message, offset } = result.problem;
    const at = offset >= 0 && offset <= text.length ? rangeBetween(starts, offset, offset) : undefined;
    return unreadFacts('javascript', starts.length, { kind, message, ...(at && { at }) });
  }
  try {
    const walk = walkProgram(result.parsed.program, text);
    return collectFacts(walk, result.parsed.comments, starts, path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadFacts('javascript', starts.length, { kind: 'too-deep', message: 'nested too deeply to be analysed' });
  } finally {
    result.parsed.release();
  }
}
