const { readFileSync, writeFileSync } = require("fs"),
  path = require("path");
const { promisify } = require("util");

async function run() {
  writeFileSync(path.join(".", "a"), "text");
  return readFileSync("a", "utf8");
}

exports.run = run;
