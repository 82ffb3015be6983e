const fs = require('fs');
exports.open = (path) => fs.readFileSync(path, 'utf8');
exports.restore = () => fs.readFileSync('state.json', 'utf8');
exports.persist = () => fs.writeFileSync('state.json', '{}');
