import { Server, type Socket } from 'socket.io';
import fs from 'node:fs';

const io = new Server(3000);

io.use((socket, next) => {
  const banned = fs.readFileSync('banned.txt', 'utf8'); // expect: blocking-io node:fs.readFileSync
  next(banned.includes(socket.handshake.address) ? new Error('banned') : undefined);
});

io.on('connection', (socket) => {
  socket.on('message', (text: string) => {
    fs.appendFileSync('chat.log', text); // expect: blocking-io node:fs.appendFileSync
    socket.broadcast.emit('message', text);
  });
  register(socket);
});

io.of('/admin').on('connection', onAdmin);

function onAdmin(socket: Socket) {
  socket.emit('log', fs.readFileSync('chat.log', 'utf8')); // expect: blocking-io node:fs.readFileSync
}

function register(socket: Socket) {
  socket.on('save', () => fs.writeFileSync('state', 'x')); // expect: blocking-io node:fs.writeFileSync
  socket.once('disconnect', () => {});
}
