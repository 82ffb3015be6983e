import http from 'node:http';

const KEYS = /^(\w+\s?)*$/;

// The body comes in chunks.
http
  .createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { key } = JSON.parse(body);
      response.end(String(KEYS.test(key))); // expect: slow-regex@error
    });
  })
  .listen(8080);

// A proxy: what it asks for is perhaps another team's.
export async function title(url) {
  const answer = await fetch(url);
  const html = await answer.text();
  return html.match(/<title>\s*(.*?)\s*<\/title>/)?.[1]; // expect: slow-regex@information
}
