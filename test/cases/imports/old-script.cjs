var fs = require('fs');

var red = '\033[31m';
var eight = '\8';

exports.open = async function open(path) {
  fs.chmodSync(path, 0755); // expect: blocking-io
  return red + path + eight + '\0';
};
