import { execSync } from 'node:child_process';
import * as fs from 'node:fs';

const tag = (parts, ...values) => parts.join('|') + values.join(',');

export async function run() {
  fs.writeFileSync('a', 'one\ntwo');
  const lines = [...fs.readFileSync('a', 'utf8').split('\n')];
  const text = `${fs.readFileSync('a', 'utf8').trim()}!`;
  const tagged = tag`a${fs.statSync('a').size}b`;
  const maybe = fs.existsSync('none') ? fs.readFileSync('none') : null;
  const deep = fs.existsSync('a') && fs.readFileSync('a', 'utf8')?.trim().length;
  const spread = { ...JSON.parse(fs.readFileSync('a', 'utf8') && '{}'), some: fs.readdirSync('.').length > 0 };
  const output = execSync('echo hi').toString().trim();
  const found = [text, tagged, maybe, deep, spread.some, output];
  while (!fs.existsSync('a')) found.push('never');
  for (const line of fs.readFileSync('a', 'utf8').split('\n')) found.push(line);
  for (let i = 0, size = fs.statSync('a').size; i < size && i < 2; i++) found.push(i);
  switch (fs.statSync('a').size) {
    case 0:
      break;
    default:
      found.push(!fs.existsSync('b'), typeof fs.readFileSync('a'));
  }
  const size = -fs.statSync('a').size;
  found.push(size, fs.statSync('a').size ** 2, fs.readFileSync('a', 'utf8') ?? 'none');
  void fs.readFileSync('a');
  found.push((0, fs.readFileSync)('a', 'utf8'), new Date(fs.statSync('a').size).getTime());
  try {
    return [...lines, ...found];
  } finally {
    fs.accessSync('a');
  }
}
