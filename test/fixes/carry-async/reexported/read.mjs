import { readFileSync, writeFileSync } from 'node:fs';

export const put = (file, text) => writeFileSync(file, text);
export default function read(file) {
  return readFileSync(file, 'utf8');
}
