import { readFileSync } from 'fs';
import { access, stat } from 'fs/promises';
// refused: generator
function* lines(f) { for (const l of readFileSync(f, 'utf8').split('\n')) yield l; }
export async function count(f) { let n = 0; for (const l of lines(f)) n += l.length; return n; }
const table = { async size(f) { return (await stat(f)).size; }, has: async (f) => await access(f).then(() => true, () => false) };
export async function info(f) { return (await table.has(f)) ? await table.size(f) : -1; }
export async function pick(files) { return (await Promise.all((await Promise.all(files.map(async (f) => (await access(f).then(() => true, () => false) ? [f] : [])))).flat().map(async (f) => (await stat(f)).size))).reduce((a, b) => a + b, 0); }
// refused: default parameter
export const handler = async ({ path = readFileSync('p', 'utf8') } = {}) => path;
