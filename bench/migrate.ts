/**
 * Rewrites published packages, runs their own tests before and after, and writes bench/MIGRATION.md: `npm run migrate`. With names of
 * packages, only these are run, and what is known of the others stays.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { migrate } from './migration/migrate.ts';
import { renderPage } from './migration/page.ts';
import { readPins } from './migration/pins.ts';
import { keepSummary, readSummaries, summaryOf } from './migration/summary.ts';

const chosen = process.argv.slice(2);
const pins = await readPins();
for (const pin of pins.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const summary = summaryOf(await migrate(pin));
  console.log(`${pin.name} ${pin.version}: ${summary.applied} rewrites, ${summary.runs.join(' → ')}`);
  await keepSummary(summary);
}
const known = (await readSummaries()).filter(({ name }) => pins.some((pin) => pin.name === name));
const page = renderPage(pins, known, process.version);
await writeFile(join(import.meta.dirname, 'MIGRATION.md'), await format(page, { parser: 'markdown', printWidth: 120 }));
process.exit();
