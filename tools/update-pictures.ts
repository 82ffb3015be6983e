/** Takes the pictures of the README and of the walkthrough from a run of the tests that make them. */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './packaging/run.ts';

const root = join(import.meta.dirname, '..');
const pictures: Readonly<Record<string, string>> = {
  'dark-hover': 'docs/images/hover.png',
  'dark-advice': 'docs/images/advice.png',
  'light-findings': 'docs/images/findings.png',
  'dark-quick-fixes': 'docs/images/quick-fixes.png',
};
const ofWalkthrough: Readonly<Record<string, string>> = {
  'dark-hover': 'media/walkthrough/see.png',
  'dark-advice': 'media/walkthrough/understand.png',
  'dark-quick-fixes': 'media/walkthrough/act.png',
  'dark-findings': 'media/walkthrough/audit.png',
};

console.log(await run('npx', ['mocha', 'test/editor/journeys/themes.test.ts'], root));
for (const [from, to] of [...Object.entries(pictures), ...Object.entries(ofWalkthrough)]) {
  mkdirSync(dirname(join(root, to)), { recursive: true });
  cpSync(join(root, '.vscode-test/pictures', `${from}.png`), join(root, to));
}
