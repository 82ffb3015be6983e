const fs = require('fs');
const http = require('http');

function createServer(config) {
  return http.createServer((req, res) => res.end(config.banner));
}

async function run(file) {
  const config = JSON.parse(fs.readFileSync(file, 'utf8'));
  createServer(config).listen(config.port);
}

if (require.main === module) {
  run(process.argv[2] || 'config.json');
}

module.exports = { createServer };
