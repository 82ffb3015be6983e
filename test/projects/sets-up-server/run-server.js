const fs = require('node:fs');
const https = require('node:https');

function createServerFactory(config, app) {
  const key = fs.readFileSync(config.key);
  return https.createServer({ key }, app);
}

// Whoever calls this is not known; it makes a server, so it is called before one serves.
exports.runServer = async function (config, app) {
  return createServerFactory(config, app); // expect: blocking-io@hint node:fs.readFileSync
};

exports.begin = (config, getApp) =>
  getApp(config).then((app) => {
    const banner = fs.readFileSync(config.banner); // expect: blocking-io@hint node:fs.readFileSync
    app.listen(config.port, () => console.log(banner));
  });

exports.status = async function (config) {
  return fs.readFileSync(config.status); // expect: blocking-io@warning node:fs.readFileSync
};
