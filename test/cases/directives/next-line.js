const fs = require('fs');
const zlib = require('zlib');

exports.read = async (file) => {
  // loopwise-ignore-next-line blocking-io -- tiny file, measured
  const a = fs.readFileSync(file); // expect: blocking-io@suppressed
  /* loopwise-ignore-next-line */
  const b = fs.readFileSync(file); // expect: blocking-io@suppressed
  // loopwise-ignore-next-line heavy-call, blocking-io -- both
  const c = zlib.gzipSync(fs.readFileSync(file)); // expect: heavy-call@suppressed, blocking-io@suppressed
  /* loopwise-ignore-next-line heavy-call -- the wrong rule */ // expect: unused-directive
  const d = fs.readFileSync(file); // expect: blocking-io
  return [a, b, c, d];
};
