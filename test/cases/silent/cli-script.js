#!/usr/bin/env node
const fs = require('fs');
const { execSync } = require('child_process');

async function main() {
  const pkg = JSON.parse(fs.readFileSync('package.json', 'utf8')); // ok: start-up of a script
  await publish(pkg);
}

async function publish(pkg) {
  execSync(`npm publish ${pkg.name}`);
}

main();

exports.release = async function () {
  execSync('git tag'); // expect: blocking-io@hint node:child_process.execSync
};
