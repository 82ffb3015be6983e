import { access, mkdir, readFile } from 'node:fs/promises';
import { copyFileSync, existsSync, readFileSync, stat, statSync, unlinkSync, writeFile, writeFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
import { createServer } from 'node:net';
import express from 'express';

const app = express();
const server = createServer();

// The socket's file is removed when a process that ended badly has left it.
server.on('error', (error) => {
  if (error.code === 'EADDRINUSE') {
    unlinkSync('app.sock'); // expect: blocking-io@hint node:fs.unlinkSync
    server.listen('app.sock');
  }
});
server.on('connection', () => {
  statSync('app.sock'); // expect: blocking-io@information node:fs.statSync
});

app.get('/flows', (req, res) => {
  readFile('flows.json', 'utf8')
    .then((text) => {
      if (text.length === 0) {
        console.warn('The flows are empty, the copy is taken');
        if (statSync('flows.bak').size > 0) res.send('restored'); // expect: blocking-io@hint node:fs.statSync
        return;
      }
      res.send(text);
    })
    .catch(() => {
      res.send(readFileSync('flows.bak')); // expect: blocking-io@information node:fs.readFileSync
    });
});

app.get('/flows/backup', (req, res) => {
  readFile('flows.bak').then(
    (text) => res.send(text),
    () => {
      statSync('flows.json'); // expect: blocking-io@hint node:fs.statSync
      res.end();
    },
  );
});

app.put('/flows', (req, res) => {
  writeFile('flows.json', req.body, (saveErr) => {
    if (!saveErr) {
      statSync('flows.json'); // expect: blocking-io@information node:fs.statSync
      return res.end();
    }
    statSync('flows.bak'); // expect: blocking-io@hint node:fs.statSync
    res.status(500).end();
  });
});

// That a file is not there is an answer like another.
app.get('/page', (req, res) => {
  stat('page.html', (err) => {
    if (err) statSync('index.html'); // expect: blocking-io@information node:fs.statSync
    res.end();
  });
});

export async function ensureQueue() {
  try {
    await access('queue');
    return;
  } catch {
    // Made below.
  }
  await mkdir('queue');
  const owner = execSync('id -u mail').toString(); // expect: blocking-io@hint node:child_process.execSync
  console.log(owner);
}

export async function readOrAsk(path) {
  try {
    return await readFile(path);
  } catch {
    // Another way below.
  }
  return execSync(`fetch ${path}`); // expect: blocking-io@information node:child_process.execSync
}

export async function firstRun() {
  if (!existsSync('config.json')) { // expect: blocking-io@information node:fs.existsSync
    copyFileSync('config.default.json', 'config.json'); // expect: blocking-io@information node:fs.copyFileSync
  }
  writeFileSync('started', ''); // expect: blocking-io@warning node:fs.writeFileSync
}
