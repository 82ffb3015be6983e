const fs = require('fs');

exports.index = (req, res) => {
  res.json(fs.readdirSync('admin')); // expect: blocking-io node:fs.readdirSync
};

exports.save = (req, res) => {
  write(req.body); // expect: blocking-io node:fs.writeFileSync
  res.end();
};

function write(body) {
  fs.writeFileSync('admin/state', body);
}
