import * as fs from 'node:fs';
import read = fs.readFileSync;

export async function manifest() {
  return JSON.parse(read('manifest.json', 'utf8')); // expect: blocking-io node:fs.readFileSync
}
