import { readFileSync, writeFileSync } from 'node:fs';

const both = async (name) => ({ text: readFileSync(name, 'utf8'), size: readFileSync(name).length });
const later = (name) => async () => readFileSync(name, 'utf8');
const files = {
  load: async (name) => readFileSync(name, 'utf8').toUpperCase(),
  async 'get it'(name) {
    return readFileSync(name, 'utf8') + '!';
  },
};

export async function run() {
  writeFileSync('a', 'text');
  return [await both('a'), await later('a')(), await files.load('a'), await files['get it']('a')];
}
