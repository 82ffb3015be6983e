const fs = require('fs');

const config = (() => JSON.parse(fs.readFileSync('config.json', 'utf8')))(); // ok: start-up

exports.inside = async () => {
  const text = (function () {
    return fs.readFileSync(config.file, 'utf8'); // expect: blocking-io node:fs.readFileSync
  })();
  const size = (() => fs.statSync(config.file).size)(); // expect: blocking-io node:fs.statSync
  void async function () {
    fs.writeFileSync('copy', text); // expect: blocking-io node:fs.writeFileSync
  }();
  return size;
};
