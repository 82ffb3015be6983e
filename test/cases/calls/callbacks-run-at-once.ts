import * as fs from 'node:fs';
import { createHash } from 'node:crypto';

export async function hashes(files: string[]) {
  const texts = files.map((file) => {
    const data = fs.readFileSync(file); // expect: blocking-io node:fs.readFileSync
    return createHash('sha1').update(data).digest('hex');
  });
  files.forEach((file) => fs.unlinkSync(file)); // expect: blocking-io node:fs.unlinkSync
  const sizes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0); // expect: blocking-io node:fs.statSync
  const newest = [...files].sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)[0]; // expect: blocking-io, blocking-io
  const lines = 'a,b'.replace(/\w/g, (name) => fs.readFileSync(name, 'utf8')); // expect: blocking-io node:fs.readFileSync
  const table = Array.from(files, (file) => fs.lstatSync(file)); // expect: blocking-io node:fs.lstatSync
  const parsed = JSON.parse('{}', (key, value) => (key === '$ref' ? fs.readFileSync(value) : value)); // expect: blocking-io node:fs.readFileSync
  return { texts, sizes, newest, lines, table, parsed };
}

function read(file: string) {
  return fs.readFileSync(file, 'utf8');
}

export const byReference = async (files: string[]) => files.map(read); // expect: blocking-io node:fs.readFileSync
export const builtinByReference = async (files: string[]) => files.map(fs.readFileSync); // expect: blocking-io node:fs.readFileSync
export const chained = async (files: string[]) => files.filter(fs.existsSync).map((f) => f.trim()); // expect: blocking-io node:fs.existsSync
