const fs = require('fs');
Object.assign(exports, { touch(file) { fs.utimesSync(file, 0, 0); } });
