import { parentPort, workerData } from 'node:worker_threads';
import { readFileSync } from 'node:fs';
import { gzipSync, gunzipSync } from 'node:zlib';

const dictionary = readFileSync(workerData.dictionary);

parentPort.on('message', (file) => {
  const packed = gzipSync(readFileSync(file));
  parentPort.postMessage({ file, packed, dictionary });
});

export async function unpack(file) {
  return gunzipSync(readFileSync(file));
}
