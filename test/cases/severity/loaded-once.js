const { createServer } = require('node:http');

createServer((request, response) => {
  const at = require.resolve('greeting'); // expect: blocking-io@hint global.require.resolve
  const greeting = require('greeting'); // expect: blocking-io@information global.require
  response.end(`${greeting} from ${at}`);
}).listen(80);

createServer((request, response) => {
  try {
    response.end(String(new URL(request.url)));
  } catch (error) {
    response.end(require('explain-error')(error)); // expect: blocking-io@hint global.require
  }
}).listen(81);
