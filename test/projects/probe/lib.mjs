import fs from 'node:fs';
export function viaHelper(p) { return fs.readFileSync(p); } // ok: its callers decide
