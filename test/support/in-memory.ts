import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { Report } from '../../src/model/report.ts';
import type { Resolution } from '../../src/session/host.ts';
import { createSession } from '../../src/session/session.ts';

const catalog = compileCatalog(builtinCatalog);

/** Audits sources that are on no disk: path → text. Relative imports lead to the other sources, all others to packages. */
export function auditSources(sources: Readonly<Record<string, string>>): Promise<Report> {
  const session = createSession(
    {
      root: '/project',
      files: () => Object.keys(sources),
      facts: (files) => Promise.resolve(files.map((file) => extractFacts(file, sources[file] ?? ''))),
      resolve: (from, specifier) => resolve(sources, from, specifier),
    },
    { catalog, version: '0.0.0' },
  );
  return session.audit();
}

function resolve(sources: Readonly<Record<string, string>>, from: string, specifier: string): Resolution {
  if (!specifier.startsWith('.')) return { kind: 'package', name: specifier };
  const path = new URL(specifier, `file:///${from}`).pathname.slice(1);
  return path in sources ? { kind: 'file', path } : { kind: 'unresolved' };
}
