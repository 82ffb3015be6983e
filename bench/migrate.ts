/** Rewrites published packages, runs their own tests before and after, and writes bench/MIGRATION.md: `npm run migrate`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { migrate, type Outcome } from './migration/migrate.ts';
import { renderPage } from './migration/page.ts';
import { readPins } from './migration/pins.ts';
import { inShort } from './migration/suite.ts';

const chosen = process.argv.slice(2);
const pins = await readPins();
const outcomes: Outcome[] = [];
for (const pin of pins.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const outcome = await migrate(pin);
  const { before, withSafe, withAll, rewrites } = outcome;
  const runs = [before, withSafe, withAll].map(inShort).join(' → ');
  console.log(`${pin.name} ${pin.version}: ${rewrites.all.applied.length} rewrites, ${runs}`);
  outcomes.push(outcome);
}
// A run of some packages only shows what they do.
const page = await format(renderPage(outcomes, process.version), { parser: 'markdown', printWidth: 120 });
if (chosen.length === 0) await writeFile(join(import.meta.dirname, 'MIGRATION.md'), page);
else console.log(page);
process.exit();
