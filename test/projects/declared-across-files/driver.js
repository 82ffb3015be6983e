/**
 * Waits for the device.
 * @blocking
 * @param {number} ms
 */
export function waitForDevice(ms) {
  return globalThis.native.wait(ms);
}

/** @nonblocking */
export function peek() {
  return require('fs').readFileSync('/run/peek');
}
