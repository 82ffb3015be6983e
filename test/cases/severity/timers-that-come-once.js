import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

let settings = {};

function load() {
  settings = JSON.parse(readFileSync('settings.json', 'utf8'));
}

// Once, some time after the start.
setTimeout(load, 5_000); // expect: blocking-io@information node:fs.readFileSync

// It sets itself again: that is an interval.
function beat() {
  writeFileSync('heartbeat', String(Date.now()));
  setTimeout(() => {
    beat(); // expect: blocking-io@warning node:fs.writeFileSync
  }, 1_000);
}
beat();

// The same through a function between them.
function poll() {
  setTimeout(() => {
    const { mtimeMs } = statSync('settings.json'); // expect: blocking-io@information node:fs.statSync
    if (mtimeMs > 0) load(); // expect: blocking-io@warning node:fs.readFileSync
    again();
  }, 1_000);
}
function again() {
  poll();
}
poll();

// As often as requests set it.
createServer((req, res) => {
  setTimeout(() => {
    writeFileSync('last.json', req.url); // expect: blocking-io@warning node:fs.writeFileSync
    res.end(settings.greeting);
  }, 10);
}).listen(80);

export class Service {
  // What restarts a server is as good as its start.
  restart() {
    setTimeout(() => this.start(), 1_000);
  }

  async start() {
    this.key = readFileSync('server.key'); // expect: blocking-io@hint node:fs.readFileSync
    createServer(() => {}).listen(8080);
  }

  // Users of the class may do this at any time.
  save(text) {
    setTimeout(() => {
      writeFileSync('saved.txt', text); // expect: blocking-io@warning node:fs.writeFileSync
    }, 100);
  }
}
