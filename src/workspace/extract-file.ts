import { hash as hashOf } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';
import type { FileFacts, ParseProblem } from '../model/facts.ts';
import { unreadFacts } from '../model/unread.ts';
import { checkText, decode, type Decoded } from './decode.ts';
import { toAbsolute } from './paths.ts';
import { readWhole } from './read-whole.ts';

export interface ExtractSettings {
  readonly root: string;
  /** Bytes; larger files are not read. */
  readonly maxFileSize: number;
  readonly engine?: 'oxc' | 'typescript' | undefined;
}

/** How a language turns a source into facts. Pure. */
export type Extract = (path: string, source: string, options: { engine?: 'oxc' | 'typescript' }) => FileFacts;

/** Gets a thread ready for these files: parsers may load asynchronously. */
export type Prepare = (files: readonly string[]) => Promise<void>;

/** How a file looked when it was read. Times are in milliseconds. */
export interface Stamp {
  readonly mtime: number;
  readonly ctime: number;
  readonly size: number;
}

export interface ExtractedFile {
  readonly stamp: Stamp;
  /** Of the content; empty when the facts must not be kept. */
  readonly hash: string;
  /** Undefined: the content is the expected one. */
  readonly facts: FileFacts | undefined;
}

/**
 * Reads a file and extracts its facts, unless its content has the expected hash. Never throws. Synchronous, because it
 * runs on threads of its own or in small batches.
 */
export function extractFile(
  file: string,
  expected: string | undefined,
  settings: ExtractSettings,
  extract: Extract,
): ExtractedFile {
  const path = toAbsolute(settings.root, file);
  let stamp: Stamp = { mtime: 0, ctime: 0, size: 0 };
  try {
    const { stats, bytes } = readWhole(path, settings.maxFileSize);
    stamp = toStamp(stats);
    if (!bytes) return { stamp, hash: '', facts: tooLarge(stamp.size, settings) };
    const hash = hashOf('sha1', bytes, 'base64');
    if (hash === expected) return { stamp, hash, facts: undefined };
    return { stamp, hash, facts: factsOf(file, decode(file, bytes), settings, extract) };
  } catch (error) {
    return { stamp, hash: '', facts: factsOfProblem(problemOf(error)) };
  }
}

/** The same for a text that is not on disk: that of a file that is being edited. */
export function extractText(file: string, text: string, settings: ExtractSettings, extract: Extract): FileFacts {
  try {
    if (text.length > settings.maxFileSize) return tooLarge(text.length, settings);
    return factsOf(file, checkText(text), settings, extract);
  } catch (error) {
    return factsOfProblem(problemOf(error));
  }
}

function factsOf(file: string, decoded: Decoded, { engine }: ExtractSettings, extract: Extract): FileFacts {
  if ('problem' in decoded) return factsOfProblem(decoded.problem);
  return extract(file, decoded.text, engine ? { engine } : {});
}

export function stampOf(path: string): Stamp {
  return toStamp(statSync(path));
}

function toStamp({ mtimeMs, ctimeMs, size }: Stats): Stamp {
  return { mtime: mtimeMs, ctime: ctimeMs, size };
}

/** The facts of a file that could not be read as code. */
export function factsOfProblem(problem: ParseProblem): FileFacts {
  return unreadFacts('javascript', 0, problem);
}

function tooLarge(size: number, { maxFileSize }: ExtractSettings): FileFacts {
  const message = `${Math.ceil(size / 1000)} kB, which is over the limit of ${Math.floor(maxFileSize / 1000)} kB`;
  return factsOfProblem({ kind: 'too-large', message });
}

function problemOf(error: unknown): ParseProblem {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== undefined) return { kind: 'encoding', message: `the file cannot be read: ${code}` };
  return { kind: 'syntax', message: `the analysis of this file failed: ${message}` };
}
