const { createInterface } = require('node:readline');
const { readFileSync } = require('node:fs');
const { newSecret } = require('../secret');

const lines = createInterface({ input: process.stdin });

async function main() {
  while (true) {
    const answer = readFileSync('answer.txt', 'utf8'); // expect: blocking-io@hint
    if (answer !== '') {
      await newSecret();
      break;
    }
  }
  lines.close();
}

lines.on('line', () => console.log(readFileSync('help.txt', 'utf8'))); // expect: blocking-io@hint
main();

module.exports = { main };
