const { load } = require('./config');
const store = require('./store');

exports.list = () => store.all(load().file);
exports.find = async (id) => store.all('users.json').find((user) => user.id === id); // expect: blocking-io node:fs.readFileSync
