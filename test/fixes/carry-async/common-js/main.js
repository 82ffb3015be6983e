const { write } = require('./lib.js');
const lib = require('./lib.js');

exports.run = async () => {
  write('a', 'text');
  return lib.read('a').length;
};
