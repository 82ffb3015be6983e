let read = require('fs').readFileSync;
if (process.env.MOCK) read = (path) => `mock of ${path}`;

// One of its values blocks.
exports.load = async (path) => read(path); // expect: blocking-io node:fs.readFileSync

let hook = null;
exports.setHook = (fn) => { hook = fn; };
exports.fire = async () => hook && hook(); // ok: whatever was set, nobody knows
