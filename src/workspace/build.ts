import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Set by the build: a digest of the code that facts depend on. */
declare const LOOPWISE_BUILD: string | undefined;

/** Set by the build: a digest of the code that findings depend on. */
declare const LOOPWISE_ANALYSIS: string | undefined;

/** Names the code that makes the facts. Undefined for unbundled code, which changes, so it keeps no cache. */
export function cacheKey(version: string, engine: string | undefined): string | undefined {
  return typeof LOOPWISE_BUILD === 'string' ? `${version} ${LOOPWISE_BUILD} ${engine ?? 'any'}` : undefined;
}

/** Names the code that makes findings, and the settings that it makes them by. Undefined for unbundled code. */
export function analysisKey(version: string, settings: unknown): string | undefined {
  return typeof LOOPWISE_ANALYSIS === 'string'
    ? `${version} ${LOOPWISE_ANALYSIS} ${JSON.stringify(settings)}`
    : undefined;
}

/** The bundle of what threads run, beside this one; unbundled code runs on its own thread. */
export function bundledWorker(
  name: 'extract-worker.js' | 'judge-worker.js' | 'expression-worker.js' | 'type-check-worker.js',
): URL | undefined {
  const entry = new URL(name, import.meta.url);
  return basename(dirname(fileURLToPath(entry))) === 'dist' && existsSync(entry) ? entry : undefined;
}
