import express from 'express';
import { execSync } from 'node:child_process';

async function describe(ref: string) {
  return execSync(`git describe ${ref}`).toString(); // expect: blocking-io@error node:child_process.execSync
}

const app = express();
app.get('/', async (req, res) => {
  res.send(await describe(req.query.ref as string));
});
