const fs = require('fs');

const text = '// loopwise-ignore-next-line blocking-io';
exports.a = async () => fs.readFileSync(text); // expect: blocking-io
// See loopwise-ignore-next-line in the manual.
exports.b = async () => fs.readFileSync('b'); // expect: blocking-io
exports.c = async () => `
// loopwise-ignore-next-line
${fs.readFileSync('c')}`; // expect: blocking-io
