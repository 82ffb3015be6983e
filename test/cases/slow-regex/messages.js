import { WebSocketServer } from 'ws';
import { Server } from 'socket.io';
import net from 'node:net';

const COMMAND = /^(?:\s*\w+\s*)*$/;

new WebSocketServer({ port: 1 }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = data.toString();
    if (COMMAND.test(text)) socket.close(); // expect: slow-regex@error
  });
  socket.on('error', (error) => {
    if (COMMAND.test(error.message)) socket.close(); // ok: not what was sent
  });
});

new Server().on('connection', (socket) => {
  socket.on('say', ({ text }) => {
    socket.emit('said', text.replace(/\s+\./g, '.')); // expect: slow-regex
  });
});

net
  .createServer((socket) => {
    socket.on('data', (chunk) => {
      const [verb] = chunk.toString('utf8').split('\n');
      if (COMMAND.test(verb)) socket.end(); // expect: slow-regex@error
    });
  })
  .listen(2525);
