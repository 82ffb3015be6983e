import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { get, request } from 'node:https';

// Asked for while the program starts, so it is answered once.
get('https://example.com/list', (response) => {
  response.on('data', (chunk) => appendFileSync('list.txt', chunk)); // expect: blocking-io@information
  response.on('end', () => writeFileSync('ready', '')); // expect: blocking-io@information
});

const first = request('https://example.com/news');
first.on('response', (response) => {
  response.setEncoding('utf8').on('data', (chunk) => appendFileSync('news.txt', chunk)); // expect: blocking-io@information
});
first.end();

createServer((incoming, outgoing) => {
  incoming.on('data', (chunk) => appendFileSync('upload', chunk)); // expect: blocking-io@warning
  // Asked for again and again.
  get(incoming.url, (response) => {
    response.on('data', (chunk) => appendFileSync('copy', chunk)); // expect: blocking-io@warning
    response.pipe(outgoing);
  });
}).listen(80);

function poll() {
  get('https://example.com/state', (response) => {
    response.on('end', () => {
      writeFileSync('state', ''); // expect: blocking-io@warning
      setTimeout(poll, 1000);
    });
  });
}
poll();
