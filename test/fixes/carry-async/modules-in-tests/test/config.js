const proxyquire = require('proxyquire');

const fakeFs = {
  readFileSync() {
    return '{}';
  },
};

it('watches', () => {
  const { watch } = proxyquire('../src/config', { fs: fakeFs });
  watch();
});
