async function run() {
  require('fs').writeFileSync('a', 'text');
  return require('fs').readFileSync('a', 'utf8');
}

exports.run = run;
