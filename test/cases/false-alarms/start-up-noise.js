// The reason why people turn such rules off (eslint#8859, code-pushup/cli#217).
const fs = require('fs');
const path = require('path');
const { execSync } = require('child_process');

const pkg = JSON.parse(fs.readFileSync(path.join(__dirname, 'package.json')));
const commit = execSync('git rev-parse HEAD', { encoding: 'utf8' }).trim();

module.exports = {
  version: `${pkg.version}+${commit}`,
  plugins: fs.readdirSync(__dirname).filter((f) => fs.statSync(f).isDirectory()).map((f) => require('./' + f)),
};
