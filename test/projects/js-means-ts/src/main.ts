import { one } from './one.js';
import { two } from './two.mjs';
import { View } from './view.js';
import four = require('./four.cjs');
import { five } from './five';
import { six } from './folder';

export async function all() {
  one(); // expect: blocking-io node:fs.statSync
  two(); // expect: blocking-io node:fs.statSync
  View.load(); // expect: blocking-io node:fs.statSync
  four(); // expect: blocking-io node:fs.statSync
  five(); // expect: blocking-io node:fs.statSync
  six(); // expect: blocking-io node:fs.statSync
}
