const fs = require('node:fs');
const net = require('node:net');

// It listens two calls further down, so what comes before that is its start.
class Transport {
  connect() {
    return Promise.resolve()
      .then(() => this.loadPeers())
      .then(() => this.startServer());
  }

  loadPeers() {
    return Promise.resolve('peers.txt').then((file) => {
      this.peers = fs.readFileSync(file, 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
    });
  }

  startServer() {
    this.server = net.createServer();
    return this.server.listen(0);
  }

  reload() {
    return Promise.resolve('peers.txt').then((file) => {
      this.peers = fs.readFileSync(file, 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
    });
  }
}

module.exports = Transport;
