let fs;
try {
  fs = require('graceful-fs');
} catch (_) {
  fs = require('fs');
}

// Both candidates block: whichever is installed.
exports.load = async (file) => fs.readFileSync(file); // expect: blocking-io
