const { EventEmitter } = require('node:events');
const { readFileSync } = require('node:fs');
const layouts = require('./layouts');

const bus = new EventEmitter();
bus.on('render', () => readFileSync('page')); // ok: a thread imports this file, and nobody else

exports.render = async (page) => {
  return readFileSync('page') + layouts.find(page); // ok
};

exports.renderAll = async (pages) => {
  return pages.map(() => readFileSync('page')); // ok: nobody is known to call it, but the file is loaded on a thread
};
