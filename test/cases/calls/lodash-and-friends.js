const _ = require('lodash');
const async = require('async');
const pMap = require('p-map');
const pLimit = require('p-limit');
const fs = require('fs');

const limit = pLimit(4);

exports.load = async (files) => {
  const texts = _.map(files, (file) => fs.readFileSync(file, 'utf8')); // expect: blocking-io node:fs.readFileSync
  _.forEach(files, (file) => { fs.unlinkSync(file); }); // expect: blocking-io node:fs.unlinkSync
  const sizes = await pMap(files, (file) => fs.statSync(file).size); // expect: blocking-io node:fs.statSync
  await Promise.all(files.map((file) => limit(() => fs.rmSync(file)))); // expect: blocking-io node:fs.rmSync
  return _.zip(texts, sizes);
};

exports.each = (files, done) => {
  async.each(files, (file, next) => {
    fs.writeFileSync(file, ''); // expect: blocking-io node:fs.writeFileSync
    next();
  }, done);
};

const save = _.debounce((state) => {
  fs.writeFileSync('state.json', JSON.stringify(state)); // expect: blocking-io node:fs.writeFileSync
}, 500);

exports.touch = async (state) => save(state);

const loadOnce = _.once(() => fs.readFileSync('config.json'));
exports.config = async () => loadOnce(); // ok: runs once

// The watcher gets what the wrapper makes of the callback: told once, in the callback.
exports.follow = (folder) => {
  fs.watch(folder, _.debounce(() => {
    refresh(folder); // expect: blocking-io node:fs.readdirSync
  }, 100));
};

function refresh(folder) {
  return fs.readdirSync(folder);
}
