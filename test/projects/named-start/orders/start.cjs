const fs = require('node:fs');

// This may be the command of a bot: the name of a file says less than that of a function.
module.exports = async (context) => {
  context.reply(fs.readFileSync('welcome.md', 'utf8')); // expect: blocking-io@warning node:fs.readFileSync
};
