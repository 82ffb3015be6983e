import fs, { readFileSync as rd } from 'node:fs'; import crypto from 'node:crypto'; import glob from 'glob'; import Database from 'better-sqlite3';
import ReactDOM from 'react-dom'; import { Effect } from 'effect'; import { viaHelper } from './lib.mjs';
const alias = fs.readFileSync; const db = new Database('x.db'); const ia = new Int32Array(new SharedArrayBuffer(4));
const config = fs.readFileSync('config.json', 'utf8'); // ok: 4, start-up
export async function s5(p) { return fs.readFileSync(p); } // expect: blocking-io node:fs.readFileSync
export async function s6(p) { return rd(p); } // expect: blocking-io node:fs.readFileSync
// 7
export async function s8(p) { return alias(p); } // expect: blocking-io node:fs.readFileSync
export async function s9(p) { return viaHelper(p); } // expect: blocking-io node:fs.readFileSync
export async function s10(a) { let s = 0; for (const x of a) for (const y of a) s += x * y; return s; } // expect: heavy-loop
export async function s11(p) { return crypto.pbkdf2Sync(p, 's', 600000, 64, 'sha512'); } // expect: heavy-call node:crypto.pbkdf2Sync
export async function s12() { return glob.sync('**/*.js'); } // expect: blocking-io glob.sync
export async function s13() { return db.prepare('select 1').all(); } // expect: blocking-io better-sqlite3().prepare().all
export async function s14(render) { ReactDOM.flushSync(() => render()); } // ok: no I/O
export async function s15(program) { return Effect.runSync(program); } // ok: no I/O
export async function s16(a, b) { const x = await a(); const y = await b(); return [x, y]; } // ok: nobody knows what a and b do
export async function s17(urls) { const out = []; for (const u of urls) out.push(await fetch(u)); return out; } // expect: await-in-loop
export async function s18(f) { for (let i = 0; i < 3; i++) { try { return await f(); } catch {} } } // ok: retry
export async function s19(u) { while (u) { const r = await fetch(u); u = (await r.json()).next; } } // ok: pagination
export async function s20(ms) { const e = Date.now() + ms; while (Date.now() < e); } // expect: blocking-sleep
export async function s21() { Atomics.wait(ia, 0, 0, 100); } // expect: blocking-sleep global.Atomics.wait
// 22
export async function s23(files) { files.forEach((f) => { fs.readFileSync(f); }); } // expect: blocking-io node:fs.readFileSync
export async function s24(p) { return fs['readFileSync'](p); } // expect: blocking-io node:fs.readFileSync
export { config };
