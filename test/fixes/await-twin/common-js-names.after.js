const { readFileSync } = require("fs"),
  path = require("path");
const { writeFile, readFile } = require("fs/promises");
const { promisify } = require("util");

async function run() {
  await writeFile(path.join(".", "a"), "text");
  return await readFile("a", "utf8");
}

exports.run = run;
