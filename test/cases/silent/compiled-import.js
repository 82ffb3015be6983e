'use strict';
// What compilers make of `import()` for CommonJS: the code that was written loads on demand, without a better way to.
const path = require('node:path');

exports.render = async function render(name) {
  const { page } = await Promise.resolve().then(() => __importStar(require('./page.js')));
  const plugin = await Promise.resolve(`${path.join('plugins', name)}`).then((s) => __importStar(require(s)));
  return plugin.default(page);
};

function __importStar(module) {
  return module;
}
