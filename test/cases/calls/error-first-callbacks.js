const fs = require('fs');
const zlib = require('zlib');

function readJson(file, callback) {
  fs.readFile(file, 'utf8', (error, text) => {
    if (error) return callback(error);
    callback(null, JSON.parse(text));
  });
}

exports.start = function (done) {
  readJson('a.json', (error, json) => {
    if (error) return done(error);
    fs.writeFileSync('b.json', JSON.stringify(json)); // expect: blocking-io node:fs.writeFileSync
    zlib.gzip('x', function onZipped() {
      const packed = zlib.gzipSync('y'); // expect: heavy-call node:zlib.gzipSync
      done(null, packed);
    });
  });
};
