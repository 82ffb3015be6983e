import { WebSocketServer } from 'ws';
import { appendFileSync, statSync } from 'fs';

const wss = new WebSocketServer({ port: 8080 });

wss.on('connection', function connection(ws, request) {
  ws.on('error', console.error);
  ws.on('message', function message(data) {
    appendFileSync('messages.log', data); // expect: blocking-io node:fs.appendFileSync
  });
  ws.send(String(statSync('messages.log').size)); // expect: blocking-io node:fs.statSync
});
