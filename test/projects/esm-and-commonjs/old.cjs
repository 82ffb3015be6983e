const fs = require('fs');
module.exports = { load: (file) => fs.readFileSync(file) };
