import { Transform, Writable, pipeline } from 'node:stream';
import { appendFileSync, createReadStream, readFileSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

export const squeeze = new Transform({
  transform(chunk, encoding, done) {
    done(null, gzipSync(chunk)); // expect: heavy-call node:zlib.gzipSync
  },
});

export class FileSink extends Writable {
  constructor(fd) {
    super();
    this.fd = fd;
  }

  _write(chunk, _encoding, callback) {
    writeSync(this.fd, chunk); // expect: blocking-io node:fs.writeSync
    callback();
  }
}

const stream = createReadStream('big.csv');
stream.on('data', (chunk) => appendFileSync('copy.csv', chunk)); // expect: blocking-io node:fs.appendFileSync
stream.on('end', () => {
  console.log('done');
});

pipeline(stream, squeeze, new FileSink(1), (error) => {
  if (error) console.error(readFileSync('help.txt', 'utf8')); // ok: the end of what start-up began
});

export function copy(from, to) {
  pipeline(from, squeeze, to, (error) => {
    if (error) console.error(readFileSync('help.txt', 'utf8')); // expect: blocking-io node:fs.readFileSync
  });
}
