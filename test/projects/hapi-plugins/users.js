const fs = require('fs');

module.exports = {
  name: 'users',
  register(server) {
    const users = JSON.parse(fs.readFileSync('users.json')); // ok: start-up
    server.route([{ method: 'GET', path: '/users', options: { handler: () => [users, fs.statSync('users.json')] } }]); // expect: blocking-io
  },
};
