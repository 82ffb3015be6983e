import { pbkdf2Sync, randomBytes, scrypt, scryptSync } from 'node:crypto';
import { promisify } from 'node:util';
import bcrypt from 'bcryptjs';
import express from 'express';

// Asynchronous functions that never wait, and are awaited as if they did.

const app = express();

async function hashPassword(password: string) { // expect: concurrency-for-cpu@information
  return bcrypt.hashSync(password, 12); // expect: heavy-call
}

app.post('/users', async (request, response) => {
  const hash = await hashPassword(request.body.password);
  response.json({ hash });
});

function derive(password: string, salt: Buffer) {
  return pbkdf2Sync(password, salt, 600_000, 32, 'sha512');
}

export class Keys {
  async keyOf(password: string) { // expect: concurrency-for-cpu@information
    return derive(password, randomBytes(16)); // expect: heavy-call
  }

  async both(first: string, second: string) {
    return [await this.keyOf(first), await this.keyOf(second)];
  }
}

async function permutations(rounds: number) { // expect: concurrency-for-cpu@information
  let sum = 0;
  for (let round = 0; round < 2_000_000_000; round++) sum += round % rounds; // expect: heavy-loop
  return sum;
}

app.get('/sum', async (request, response) => {
  response.json({ sum: await permutations(7) });
});

// It waits, if only sometimes.
const deriveLater = promisify(scrypt);

async function sometimes(password: string, isNew: boolean) {
  if (isNew) return deriveLater(password, 'salt', 64);
  return scryptSync(password, 'salt', 64); // expect: heavy-call
}

app.post('/sometimes', async (request, response) => {
  response.json(await sometimes(request.body.password, false));
});

// Nobody is known to await it; what it does is told where it is done.
export async function exported(password: string) {
  return bcrypt.hashSync(password, 12); // expect: heavy-call
}

// Awaited together: told where they are joined.
async function joined(password: string) {
  return bcrypt.hashSync(password, 12); // expect: heavy-call
}

app.post('/joined', async (request, response) => {
  response.json(await Promise.all([joined('a'), joined('b')])); // expect: concurrency-for-cpu
});

// Nothing is awaited, the caller goes on.
async function dropped(password: string) {
  return bcrypt.hashSync(password, 12); // expect: heavy-call
}

app.post('/dropped', (request, response) => {
  void dropped(request.body.password);
  response.end();
});

// Light work.
async function named(first: string, last: string) {
  return `${first} ${last}`.trim();
}

app.get('/named', async (request, response) => {
  response.json(await named('a', 'b'));
});

// A handler is called by the framework, which awaits whatever it is given.
app.post('/handler', async (request, response) => {
  response.end(bcrypt.hashSync(request.body.password, 12)); // expect: heavy-call
});

// It hands on a promise of something else.
async function handedOn(password: string) {
  return bcrypt.hash(password, 12);
}

app.post('/handed-on', async (request, response) => {
  response.json(await handedOn(request.body.password));
});
