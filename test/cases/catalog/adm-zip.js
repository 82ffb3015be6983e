const AdmZip = require('adm-zip');
const axios = require('axios');
const { Buffer: Bytes } = require('node:buffer');
const fs = require('node:fs');
const fsp = require('node:fs/promises');
const path = require('node:path');

// Bytes in memory are no file; what it does with a value that is not known is told as little.
exports.inMemory = async (text, part) => {
  const read = new AdmZip(await fsp.readFile('a.zip'));
  const decoded = new AdmZip(Buffer.from(text, 'base64'));
  const joined = new AdmZip(Bytes.concat([part]));
  const response = await fetch('https://example.com/a.zip');
  const fetched = new AdmZip(await response.arrayBuffer());
  return [read, decoded, joined, fetched].map((zip) => zip.getEntryCount());
};

exports.onDisk = async (name) => [
  new AdmZip('a.zip'), // expect: blocking-io@warning adm-zip
  new AdmZip(path.join('zips', name)), // expect: blocking-io@information adm-zip
  new AdmZip(name), // expect: blocking-io@information adm-zip
];

exports.download = async (url) => {
  const { data } = await axios.get(url, { responseType: 'arraybuffer' });
  return new AdmZip(Buffer.from(data));
};

exports.first = async () => new AdmZip(fs.readFileSync('a.zip')); // expect: blocking-io@warning node:fs.readFileSync
