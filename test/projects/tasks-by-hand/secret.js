const { hashSync } = require('bcrypt');

// The start does it, and a task that is run by hand.
exports.newSecret = async () => hashSync(String(Math.random()), 12); // expect: heavy-call@hint bcrypt.hashSync
exports.newKey = async (store) => {
  await store.open();
  return hashSync(String(Math.random()), 12); // expect: heavy-call@error bcrypt.hashSync
};
