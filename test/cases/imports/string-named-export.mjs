import { 'readFileSync' as slurp } from 'node:fs';

const load = async (file) => slurp(file); // expect: blocking-io node:fs.readFileSync
export { load as 'load file' };
