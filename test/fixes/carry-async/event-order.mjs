import { createReadStream, readFileSync } from 'node:fs';

export function collect(names, done) {
  const found = [];
  createReadStream(names)
    .on('data', (chunk) => { // refused: event order
      found.push(readFileSync(String(chunk), 'utf8'));
    })
    .on('end', () => done(found));
}

export function sameVariable(names, seen, done) {
  const stream = createReadStream(names);
  stream.on('end', done);
  stream.on('data', (chunk) => { // refused: event order
    seen(readFileSync(String(chunk), 'utf8'));
  });
}
