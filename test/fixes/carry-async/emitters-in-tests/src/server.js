const fs = require('fs');
const http = require('http');

function withBody(request, use) {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    use(body);
  });
}

function handle(request, response) {
  withBody(request, (body) => {
    response.end(fs.readFileSync('pages/' + body, 'utf8')); // refused: tests
  });
}

http.createServer(handle).listen(80);

module.exports = handle;
