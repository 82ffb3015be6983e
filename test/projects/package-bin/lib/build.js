const fs = require('fs');

exports.build = (file) => fs.writeFileSync(file, '');
