import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { Finding } from '../../src/model/finding.ts';
import { createSession } from '../../src/session/session.ts';
import type { Sample } from './inputs.ts';

const catalog = compileCatalog(builtinCatalog);
const file = 'sample.js';

/** What the rule says of a sample when it assumes the stated size; `report` replaces its threshold. */
export async function decide({ source, items }: Sample, report?: number): Promise<Finding | undefined> {
  const host = {
    root: '/',
    files: () => [file],
    facts: () => Promise.resolve([extractFacts(file, source)]),
    resolve: () => ({ kind: 'unresolved' }) as const,
  };
  const limits = { items, ...(report !== undefined && { report }) };
  const { findings } = await createSession(host, { catalog, version: '0.0.0', limits }).audit();
  return findings.find(({ rule }) => rule === 'heavy-loop');
}
