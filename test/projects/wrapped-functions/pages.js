import { readFileSync, statSync } from 'node:fs';
import { debounce, fallback, memoize, named, pipe, retry, timed } from './wrap.js';

function read(name) {
  return readFileSync(name, 'utf8');
}
const shout = (text) => text.toUpperCase();

export const load = timed(read);
export const calm = timed(shout);
export const stubborn = retry(timed((name) => read(name)));
export const render = pipe(read, shout);
export const size = timed(statSync);
export const described = named(read);
// Once for each name.
export const template = memoize(read);
export const calmOrRead = fallback(shout, read);
export const helpers = { load: timed(read), calm: timed(shout) };

const save = debounce((name) => read(name), 100);
export function changed(name) {
  save(name); // expect: blocking-io@warning node:fs.readFileSync
}

export const config = load('config.json'); // ok: at the start
