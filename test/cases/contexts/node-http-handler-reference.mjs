import { createServer } from 'node:https';
import http2 from 'node:http2';
import fs from 'node:fs';

const options = { key: fs.readFileSync('key.pem'), cert: fs.readFileSync('cert.pem') }; // ok: start-up

function handle(request, response) {
  const body = fs.readFileSync('page.html'); // expect: blocking-io node:fs.readFileSync
  response.end(body);
}

createServer(options, handle).listen(443);

const h2 = http2.createSecureServer(options);
h2.on('stream', (stream, headers) => {
  stream.respondWithFD(fs.openSync('.' + headers[':path'])); // expect: blocking-io node:fs.openSync
});
h2.on('request', onRequest);
h2.listen(8443);

function onRequest(request, response) {
  response.end(fs.readFileSync('page.html')); // expect: blocking-io node:fs.readFileSync
}
