import { posix } from 'node:path';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { Host, Resolution } from '../../src/session/host.ts';
import { createSession, type Session, type SessionOptions } from '../../src/session/session.ts';

/** Sources by path; a test changes them as it goes. */
export type Sources = Map<string, string>;

const catalog = compileCatalog(builtinCatalog);

/** A session on sources that are nowhere on disk. */
export function memorySession(sources: Sources, options: Partial<SessionOptions> = {}, publicFile?: string): Session {
  const host: Host = {
    root: '/memory',
    files: () => [...sources.keys()],
    facts: (files) => Promise.resolve(files.map((file) => extractFacts(file, sources.get(file) ?? ''))),
    resolve: (from, specifier) => resolve(sources, from, specifier),
    packageOf: (file) => ({ dependencies: new Set(), isPublic: file === publicFile }),
  };
  return createSession(host, { catalog, version: '0.0.0', ...options });
}

function resolve(sources: Sources, from: string, specifier: string): Resolution {
  if (!specifier.startsWith('.')) return { kind: 'package', name: specifier };
  const path = posix.join(posix.dirname(from), specifier);
  return sources.has(path) ? { kind: 'file', path } : { kind: 'unresolved' };
}
