const { readFileSync } = require('fs');
const { execSync } = require('child_process');

const template = readFileSync('template.html', 'utf8'); // ok: start-up, the cold start

exports.handler = async (event) => {
  const out = execSync(`pandoc ${event.key}`); // expect: blocking-io node:child_process.execSync
  return { statusCode: 200, body: template.replace('%', out) };
};
