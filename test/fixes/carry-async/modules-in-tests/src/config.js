const fs = require('node:fs');

exports.watch = () => {
  setInterval(() => {
    console.log(fs.readFileSync('config.json', 'utf8')); // refused: tests
  }, 1000);
};
