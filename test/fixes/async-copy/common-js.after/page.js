'use strict';
const { Cache, load, loadAsync } = require('./load');
const files = require('./load');

exports.handle = async function (file) {
  return (await loadAsync(file)).length;
};

exports.again = async function (file) {
  const text = await files.loadAsync(file);
  return text.length;
};

exports.cache = new Cache(__filename);
