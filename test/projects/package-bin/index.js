const { build } = require('./lib/build');

module.exports = async (file) => {
  build(file); // expect: blocking-io@warning node:fs.writeFileSync
};
