const fs = require('fs');
const http = require('http');
const send = require('send');

http
  .createServer((req, res) => {
    let tag = null;

    function file(path) { // refused: shared state
      const match = /<\/body>/.exec(fs.readFileSync(path, 'utf8'));
      if (match) tag = match[0];
    }

    function inject(stream) {
      if (tag) stream.pipe(res);
    }

    send(req, req.url, { root: '.' })
      .on('file', file)
      .on('stream', inject)
      .pipe(res);
  })
  .listen(80);
