import http from 'node:http';

const TRAILING = /(?<!\/)\/+$/;

http
  .createServer((request, response) => {
    response.end(lastPart(request.url));
  })
  .listen(8080);

function lastPart(url) {
  return url.replace(TRAILING, '').split('/').pop();
}
