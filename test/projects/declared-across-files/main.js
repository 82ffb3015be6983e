import { waitForDevice, peek } from './driver.js';

export async function main() {
  waitForDevice(10); // expect: blocking-io
  return peek();
}
