exports.commander = require('./lib/commander.js');
exports.library = require('./lib/library.js');
