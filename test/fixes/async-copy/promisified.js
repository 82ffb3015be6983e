const fs = require('fs');
const util = require('util');

function read(file, done) {
  done(null, fs.readFileSync(file));
}

const readAsync = util.promisify(read);

exports.run = async () => {
  const text = await readAsync(__filename); // refused: used as a value
  return text.includes('promisify');
};
