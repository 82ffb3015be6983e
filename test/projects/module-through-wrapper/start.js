const fs = require('node:fs');

// It brings a server up: what it does before is start-up, also when the settings come later.
module.exports = (settings) => {
  const run = () => {
    fs.writeFileSync('client-id', String(Math.random()));
    return require('./serve')(settings);
  };
  const afterwards = (more) => {
    Object.assign(settings, more);
    return run();
  };
  return settings.ready ? settings.ready.then(afterwards) : run(); // expect: blocking-io@hint node:fs.writeFileSync
};
