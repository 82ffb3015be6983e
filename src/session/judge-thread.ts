import { loadCatalog, type CatalogOptions } from './catalog.ts';
import type { Host, JudgedTexts, PackedParts } from './host.ts';
import { judgeParts } from './judge.ts';
import { unpackParts } from './packed-parts.ts';
import type { SessionOptions } from './session.ts';

/** What findings hang on beside the files, as data that a thread can be started with. */
export interface JudgeSettings extends Omit<SessionOptions, 'catalog'> {
  readonly catalog: CatalogOptions;
}

/** Judges what other threads pack. */
export async function createJudge({
  catalog: sources,
  ...rest
}: JudgeSettings): Promise<(packed: PackedParts, ask: NonNullable<Host['expressions']>) => Promise<JudgedTexts>> {
  const { catalog } = await loadCatalog(sources);
  const options = { ...rest, catalog };
  return async (packed, ask) => {
    const { host, parts } = unpackParts(packed, ask);
    const { results, isFinal } = await judgeParts(host, options, parts, () => undefined);
    return { texts: results.map((result) => JSON.stringify(result)), isFinal };
  };
}
