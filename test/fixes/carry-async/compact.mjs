import { readFileSync, existsSync, statSync } from 'fs';
// refused: generator
function* lines(f) { for (const l of readFileSync(f, 'utf8').split('\n')) yield l; }
export async function count(f) { let n = 0; for (const l of lines(f)) n += l.length; return n; }
const table = { size(f) { return statSync(f).size; }, has: (f) => existsSync(f) };
export async function info(f) { return table.has(f) ? table.size(f) : -1; }
export async function pick(files) { return files.filter((f) => existsSync(f)).map((f) => statSync(f).size).reduce((a, b) => a + b, 0); }
// refused: default parameter
export const handler = async ({ path = readFileSync('p', 'utf8') } = {}) => path;
