'use strict';
const fs = require('fs');
let config;

function boot() {
  config = JSON.parse(fs.readFileSync('config.json', 'utf8'));
}

function load() {
  return config;
}

module.exports = { boot, load };
