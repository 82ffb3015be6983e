const fs = require('node:fs');

function load(name) {
  return fs.readFileSync(name, 'utf8');
}

function withHelpers(main) {
  main.label = 'load';
  return main;
}

// What the module is, a call site of the module itself tells.
module.exports = withHelpers(load);
