import { exec } from 'node:child_process';
import * as fs from 'node:fs';
import { promisify } from 'node:util';

const execAsync = promisify(exec);

const tag = (parts, ...values) => parts.join('|') + values.join(',');

export async function run() {
  await fs.promises.writeFile('a', 'one\ntwo');
  const lines = [...(await fs.promises.readFile('a', 'utf8')).split('\n')];
  const text = `${(await fs.promises.readFile('a', 'utf8')).trim()}!`;
  const tagged = tag`a${(await fs.promises.stat('a')).size}b`;
  const maybe = (await fs.promises.access('none').then(() => true, () => false)) ? await fs.promises.readFile('none') : null;
  const deep = (await fs.promises.access('a').then(() => true, () => false)) && (await fs.promises.readFile('a', 'utf8'))?.trim().length;
  const spread = { ...JSON.parse((await fs.promises.readFile('a', 'utf8')) && '{}'), some: (await fs.promises.readdir('.')).length > 0 };
  const output = (await execAsync('echo hi')).stdout.trim();
  const found = [text, tagged, maybe, deep, spread.some, output];
  while (!(await fs.promises.access('a').then(() => true, () => false))) found.push('never');
  for (const line of (await fs.promises.readFile('a', 'utf8')).split('\n')) found.push(line);
  for (let i = 0, size = (await fs.promises.stat('a')).size; i < size && i < 2; i++) found.push(i);
  switch ((await fs.promises.stat('a')).size) {
    case 0:
      break;
    default:
      found.push(!(await fs.promises.access('b').then(() => true, () => false)), typeof (await fs.promises.readFile('a')));
  }
  const size = -(await fs.promises.stat('a')).size;
  found.push(size, (await fs.promises.stat('a')).size ** 2, (await fs.promises.readFile('a', 'utf8')) ?? 'none');
  void (await fs.promises.readFile('a'));
  found.push(await (0, fs.promises.readFile)('a', 'utf8'), new Date((await fs.promises.stat('a')).size).getTime());
  try {
    return [...lines, ...found];
  } finally {
    await fs.promises.access('a');
  }
}
