const fs = require('fs');
const dns = require('node:dns');
const { exec } = require('child_process');

exports.load = function (file, done) {
  fs.stat(file, function (err, stat) {
    if (err) return done(err);
    const text = fs.readFileSync(file, 'utf8'); // expect: blocking-io node:fs.readFileSync
    done(null, text.slice(0, stat.size));
  });
};

exports.build = function (done) {
  exec('make', (error, stdout) => {
    fs.writeFileSync('make.log', stdout); // expect: blocking-io node:fs.writeFileSync
    done(error);
  });
};

exports.resolve = (host, done) => dns.lookup(host, (err, address) => {
  fs.appendFileSync('hosts', `${address} ${host}\n`); // expect: blocking-io node:fs.appendFileSync
  done(err, address);
});
