import net, { type Socket } from 'node:net';
import dgram from 'node:dgram';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

net.createServer((socket: Socket) => {
  socket.on('data', (chunk) => {
    appendFileSync('traffic.log', chunk); // expect: blocking-io node:fs.appendFileSync
  });
  socket.once('close', () => appendFileSync('traffic.log', 'closed\n')); // expect: blocking-io node:fs.appendFileSync
}).listen(9000);

const udp = dgram.createSocket('udp4');
udp.on('message', (packet) => appendFileSync('packets.log', packet)); // expect: blocking-io node:fs.appendFileSync
udp.bind(514);

const client = net.connect(9000, () => {
  client.write('hello');
});

createInterface({ input: client }).on('line', (line) => {
  appendFileSync('lines.log', line + '\n'); // expect: blocking-io node:fs.appendFileSync
});
