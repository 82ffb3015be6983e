const fs = require('fs');

module.exports = (app) => {
  const template = fs.readFileSync('user.html', 'utf8'); // ok: start-up

  app.get('/users', (req, res) => {
    res.send(template + fs.readFileSync('users.txt', 'utf8')); // expect: blocking-io@warning node:fs.readFileSync
  });
};
