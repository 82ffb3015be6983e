const impl = process.platform === 'win32' ? require('./windows') : require('./unix');

module.exports = {
  kill: async (pid) => impl.kill(pid), // expect: blocking-io
  list: async () => impl.list(), // ok: both wait without blocking
};
