#!/usr/bin/env node
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

export async function bump(version) {
  const pkg = JSON.parse(fs.readFileSync('package.json', 'utf8')); // expect: blocking-io@hint node:fs.readFileSync
  execFileSync('npm', ['version', version]); // expect: blocking-io@hint node:child_process.execFileSync
  return pkg;
}
