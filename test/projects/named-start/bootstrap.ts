import { readFileSync } from 'node:fs';

export let projection = '';

// A framework loads such files by a computed name and calls what they export.
export default async (): Promise<void> => {
  projection = readFileSync('projection.json', 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
};

export const reread = async (): Promise<void> => {
  projection = readFileSync('projection.json', 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
};
