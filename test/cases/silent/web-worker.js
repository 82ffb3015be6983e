import { readFileSync } from 'node:fs';

self.onmessage = async ({ data }) => {
  Atomics.wait(new Int32Array(data.shared), 0, 0);
  postMessage(readFileSync(data.file));
};
/// <reference lib="webworker" />
