const fs = require('fs');

process.on('message', async (name) => {
  fs.writeFileSync(name, ''); // ok: in a process of its own
});

module.exports = (options, callback) => callback();
