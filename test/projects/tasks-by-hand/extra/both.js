const { readFileSync } = require('node:fs');

setInterval(() => {
  console.log(readFileSync('state.json', 'utf8')); // expect: blocking-io@warning node:fs.readFileSync
}, 1000);
