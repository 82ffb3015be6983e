"use strict";
// What compilers emit for `import fs from 'fs'; import * as cp from 'child_process'`.
var __importDefault = (this && this.__importDefault) || function (mod) {
  return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.warm = warm;
const fs_1 = __importDefault(require("fs"));
const child_process_1 = require("child_process");

async function warm(file) {
  (0, child_process_1.execSync)("sync"); // expect: blocking-io node:child_process.execSync
  return fs_1.default.readFileSync(file); // expect: blocking-io node:fs.readFileSync
}
