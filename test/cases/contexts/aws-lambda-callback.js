const fs = require('fs');

exports.handler = (event, context, callback) => {
  fs.writeFileSync('/tmp/event.json', JSON.stringify(event)); // expect: blocking-io node:fs.writeFileSync
  callback(null, 'stored');
};
