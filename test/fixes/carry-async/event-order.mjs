import { createReadStream, readFileSync } from 'node:fs';

export function collect(names, done) {
  const found = [];
  createReadStream(names) // refused: event order
    .on('data', (chunk) => {
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

export function decided(names, use) {
  let kind = 'none';
  const stream = createReadStream(names);
  function open(file) {
    kind = readFileSync(String(file), 'utf8');
  }
  stream.on('open', open); // refused: event order
  stream.on('ready', () => {
    use(kind);
  });
}
