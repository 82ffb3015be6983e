const { build } = require('./lib/build');

exports.cli = async function (argv) {
  build(argv[2]); // expect: blocking-io@hint node:fs.writeFileSync
  await only(argv);
};

async function only(argv) {
  require('fs').rmSync(argv[3]); // expect: blocking-io@hint node:fs.rmSync
}
