import fs from 'fs';

export default function handler(req, res) {
  res.status(200).send(fs.readFileSync('hello.txt')); // expect: blocking-io node:fs.readFileSync
}

export const config = { api: { bodyParser: false } };
