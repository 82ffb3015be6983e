const { compile } = require('./native.node');

/**
 * Talks to the device.
 * @blocking
 */
function transmit(bytes) {
  return compile(bytes);
}

/** @nonblocking: reads from a RAM disk */
function settings() {
  return require('fs').readFileSync('/run/settings.json', 'utf8');
}

class Device {
  /** @blocking waits for the hardware */
  reset() {}
}

exports.send = async (bytes) => {
  transmit(bytes); // expect: blocking-io
  new Device().reset(); // expect: blocking-io
  return settings();
};

/** @nonblocking -- measured, four microseconds */
exports.quick = async () => require('fs').existsSync('/run/quick');
