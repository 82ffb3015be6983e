const http = require('http');
const { createReadStream, readFileSync, existsSync } = require('fs');

const index = readFileSync('public/index.html'); // ok: start-up

const server = http.createServer((req, res) => {
  if (req.url === '/') return res.end(index);
  if (!existsSync('public' + req.url)) return res.writeHead(404).end(); // expect: blocking-io node:fs.existsSync
  if (req.url.endsWith('.json')) {
    res.end(readFileSync('public' + req.url)); // expect: blocking-io@warning node:fs.readFileSync
    return;
  }
  createReadStream('public' + req.url).pipe(res);
});

server.on('clientError', (error, socket) => {
  require('fs').appendFileSync('errors.log', error.message); // expect: blocking-io node:fs.appendFileSync
  socket.destroy();
});

server.listen(process.env.PORT || 3000);
