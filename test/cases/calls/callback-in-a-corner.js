const fs = require('fs');
const http = require('http');

// Runs its callback at once only where there is nothing to do.
function kill(pid, callback) {
  if (!pid) return callback(new Error('no process'));
  process.kill(pid);
  setTimeout(() => callback(null), 100);
}

function stop(id, callback) {
  kill(id, (error) => {
    fs.unlinkSync(`${id}.pid`); // expect: blocking-io node:fs.unlinkSync
    callback(error);
  });
}

http.createServer((req, res) => {
  stop(req.url, () => res.end()); // ok: told in the callback
});

setInterval(() => stop('1', () => {}), 1000); // ok
