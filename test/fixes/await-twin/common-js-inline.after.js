async function run() {
  await require('fs').promises.writeFile('a', 'text');
  return await require('fs').promises.readFile('a', 'utf8');
}

exports.run = run;
