const { write } = require('./lib.js');
const lib = require('./lib.js');

exports.run = async () => {
  await write('a', 'text');
  return (await lib.read('a')).length;
};
