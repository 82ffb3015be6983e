// A synchronous `require` froze a host for 14 s (vscode#322584).
const http = require('http');

http.createServer((req, res) => {
  const xlsx = require('xlsx'); // expect: blocking-io@information
  const { basename } = require('path'); // ok: built in, nothing is read
  res.end(basename(req.url) + Object.keys(xlsx).length);
}).listen(80);
