import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Advice } from '../../src/model/advice.ts';
import { expectedAdvice, type ExpectedAdvice } from '../../test/support/advice-annotations.ts';
import { sessionOver } from '../../test/support/analyse.ts';

export const sampleFolder = join(import.meta.dirname, 'samples');

export interface AdvisedSample extends ExpectedAdvice {
  readonly name: string;
  readonly advice: Advice;
}

/** The samples, each with what is advised on its function `subject`. */
export async function adviseSamples(): Promise<AdvisedSample[]> {
  const files = readdirSync(sampleFolder).filter((file) => /\.(?:js|py)$/.test(file));
  const paths = ['address.js', ...files.sort().map((file) => `samples/${file}`)];
  const sources = new Map(paths.map((path) => [path, readFileSync(join(import.meta.dirname, path), 'utf8')]));
  const session = sessionOver(sources);
  await session.update();
  const samples: AdvisedSample[] = [];
  for (const [file, source] of sources) {
    const [expected] = expectedAdvice(source);
    const advice = expected && (await session.advise(file, expected.line, expected.character));
    if (advice) samples.push({ ...expected, name: basename(file), advice });
  }
  return samples;
}
