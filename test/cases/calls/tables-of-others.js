const fs = require('fs');
const { methods } = require('some-package');

const names = { read: 'readFileSync', none: 'x' };
const settings = { load: null, path: 'x' };
const cache = new Map();
const lists = { early: [() => fs.readFileSync('x')], late: [] };

exports.use = async (name, table, object) => {
  methods[name](name); // ok: a table that nobody knows
  table[name](name); // ok: whatever it is handed
  object[names[name]](name); // ok: an object that nobody knows
  settings[name]?.(name); // ok: it holds no functions
  cache.get(name)(name); // ok: nothing is put into it
  lists[name](name); // ok: it holds lists
  lists.late.forEach((late) => late()); // ok: nothing is put into it
  fs.promises[name](name); // ok: not the file system itself
};

// What is put into a list of another function is not in this one.
exports.collect = async (jobs) => {
  const started = [];
  started.push(() => fs.readFileSync('x'));
  const own = [];
  own.push(...jobs);
  own.forEach((job) => job());
  return started;
};
