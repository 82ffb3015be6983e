/** Lints the texts of an editing session in one warm process: prints the milliseconds of processor time of each. */
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import config from './eslint.config.mjs';

const { file, texts } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const rules = config.map((part) => ({ ...part, rules: { 'n/no-sync': 'error' } }));
const eslint = new ESLint({ cwd: '/', overrideConfigFile: true, overrideConfig: rules, ignore: false });
for (let round = 0; round < 5; round++) await eslint.lintText(texts[0], { filePath: file });
const times = [];
let messages = 0;
for (const text of texts) {
  const before = process.cpuUsage();
  const [result] = await eslint.lintText(text, { filePath: file });
  const { user, system } = process.cpuUsage(before);
  messages = Math.max(messages, result.messages.length);
  times.push((user + system) / 1000);
}
process.stdout.write(JSON.stringify({ times, messages }));
