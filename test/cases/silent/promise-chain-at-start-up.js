const fs = require('fs');
const http = require('http');
const mongoose = require('mongoose');

mongoose
  .connect(process.env.MONGO)
  .then(() => {
    const cert = fs.readFileSync('cert.pem'); // ok: start-up
    http.createServer({ cert }).listen(80);
  })
  .catch((error) => {
    fs.writeFileSync('start-error.log', error.stack); // ok: start-up
    process.exit(1);
  });

Promise.all([import('./a.mjs'), import('./b.mjs')]).then(async ([a, b]) => {
  fs.writeFileSync('modules', String(a) + String(b)); // ok: start-up
});
