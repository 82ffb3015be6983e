'use strict';

const { readFileSync, promises: { stat }, mkdirSync: mk } = require('fs');
const { gzipSync, constants: { Z_BEST_COMPRESSION } } = require('zlib');
const { pbkdf2Sync } = require('node:crypto');

exports.compress = async function compress(file) {
  const info = await stat(file);
  mk('out', { recursive: true }); // expect: blocking-io node:fs.mkdirSync
  const data = readFileSync(file); // expect: blocking-io node:fs.readFileSync
  return { info, data: gzipSync(data, { level: Z_BEST_COMPRESSION }) }; // expect: heavy-call node:zlib.gzipSync
};

exports.key = async (secret) => pbkdf2Sync(secret, 'pepper', 210000, 32, 'sha512'); // expect: heavy-call node:crypto.pbkdf2Sync
