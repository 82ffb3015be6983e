import { createReadStream, existsSync, mkdirSync, readFileSync, readFile, unlinkSync, writeFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import express from 'express';

const app = express();

// The folder is made once; asking whether it is there is what each request does.
app.post('/presets', (req, res) => {
  if (!existsSync('presets')) { // expect: blocking-io@information node:fs.existsSync
    mkdirSync('presets', { recursive: true }); // expect: blocking-io@hint node:fs.mkdirSync
  }
  writeFileSync('presets/own.json', req.body); // expect: blocking-io@warning node:fs.writeFileSync
  res.end();
});

app.get('/presets', (req, res) => {
  try {
    res.send(JSON.parse(req.query.names));
  } catch {
    res.send(readFileSync('presets/default.json')); // expect: blocking-io@information node:fs.readFileSync
  }
});

app.delete('/presets', (req, res) => {
  readFile('presets/own.json', (err, data) => {
    if (err) {
      unlinkSync('presets/own.json'); // expect: blocking-io@hint node:fs.unlinkSync
      return;
    }
    writeFileSync('presets/deleted.json', data); // expect: blocking-io@warning node:fs.writeFileSync
    res.end();
  });
});

// The file's body starts the child, and it is ready once.
const child = fork('./worker.js');
child.once('message', () => writeFileSync('worker.pid', String(child.pid))); // ok: once, and a part of start-up

app.get('/logs', (req, res) => {
  const stream = createReadStream('log.txt');
  stream.once('end', () => writeFileSync('read.txt', 'yes')); // expect: blocking-io@warning node:fs.writeFileSync
  stream.pipe(res);
});
