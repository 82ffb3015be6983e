const fs = require('node:fs');

function createReader(dir) {
  return (name) => fs.readFileSync(dir + '/' + name, 'utf8');
}

const readView = createReader('views');

exports.view = async (name) => readView(name); // expect: blocking-io node:fs.readFileSync

const makeStore = (dir) => ({
  get: (key) => fs.readFileSync(`${dir}/${key}`),
  later: (key) => fs.promises.readFile(`${dir}/${key}`),
});

exports.store = async () => {
  const store = makeStore('data');
  await store.later('a');
  return store.get('a'); // expect: blocking-io node:fs.readFileSync
};
