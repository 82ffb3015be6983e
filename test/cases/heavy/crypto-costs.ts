import crypto, { pbkdf2Sync, scryptSync, generateKeyPairSync, createHash, createHmac } from 'node:crypto';
import express from 'express';

const ITERATIONS = 310_000;
const app = express();

app.post('/signup', (req, res) => {
  const { password } = req.body;
  const key = pbkdf2Sync(password, 'salt', ITERATIONS, 64, 'sha512'); // expect: heavy-call@error node:crypto.pbkdf2Sync
  const s = scryptSync(password, 'salt', 64); // expect: heavy-call@error node:crypto.scryptSync
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 4096 }); // expect: heavy-call@error node:crypto.generateKeyPairSync
  const etag = createHash('md5').update(key).digest('base64'); // ok: hashing a small input
  const mac = createHmac('sha1', s).update(password).digest('hex');
  const unknown = crypto.pbkdf2Sync(password, 'salt', Number(process.env.ROUNDS), 64, 'sha512'); // expect: heavy-call node:crypto.pbkdf2Sync
  const few = pbkdf2Sync(password, 'salt', 10, 64, 'sha512'); // ok: ten iterations take microseconds
  res.json({ etag, mac, publicKey, unknown, few });
});

export async function asynchronous(password: string) {
  return new Promise((resolve, reject) => {
    crypto.pbkdf2(password, 'salt', ITERATIONS, 64, 'sha512', (error, key) => (error ? reject(error) : resolve(key)));
  });
}
