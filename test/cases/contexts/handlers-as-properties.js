const fs = require('fs');
const WebSocket = require('ws');

const server = new WebSocket.Server({ port: 1 });
server.on('connection', (socket) => {
  socket.onmessage = (event) => {
    fs.writeFileSync('last', event.data); // expect: blocking-io
  };
  socket.onclose = forget;
  socket.label = () => fs.readFileSync('label'); // ok: no event
});

function forget() {
  fs.unlinkSync('last'); // expect: blocking-io
}

const client = new WebSocket('ws://localhost');
client.onopen = () => fs.readFileSync('greeting'); // expect: blocking-io

const own = {};
own.onmessage = () => fs.readFileSync('x'); // ok: an object of the file, and nobody calls it
exports.client = client;
