import { readFileSync, writeFileSync } from 'node:fs';

export async function send(to, template = readFileSync('mail.txt', 'utf8')) { // expect: blocking-io node:fs.readFileSync
  return template.replace('%to', to);
}

export async function save(path, data, { write = writeFileSync } = {}) {
  write(path, data); // expect: blocking-io node:fs.writeFileSync
}

function fallback(text = readFileSync('default.txt')) {
  return text;
}

export const useFallback = async () => fallback(); // expect: blocking-io node:fs.readFileSync
