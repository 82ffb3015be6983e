const { writeFileSync } = require('fs');

exports.save = save;

async function save(record) {
  persist(record); // expect: blocking-io node:fs.writeFileSync
  audit(record); // expect: blocking-io node:fs.appendFileSync
}

function persist(record) {
  writeFileSync(fileOf(record), JSON.stringify(record));
}

function fileOf(record) {
  return `./data/${record.id}.json`;
}

// Assigned below its first user, above its first call.
const audit = (record) => {
  require('node:fs').appendFileSync('audit.log', record.id + '\n');
};
