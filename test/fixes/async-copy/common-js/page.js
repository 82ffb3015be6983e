'use strict';
const { Cache, load } = require('./load');
const files = require('./load');

exports.handle = async function (file) {
  return load(file).length;
};

exports.again = async function (file) {
  const text = files.load(file);
  return text.length;
};

exports.cache = new Cache(__filename);
