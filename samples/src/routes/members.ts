import { Router } from 'express';
import { hashPassword, matches, recoveryCode } from '../services/passwords.ts';
import { slowDown } from '../services/throttle.ts';

interface Member {
  name: string;
  hash: string;
}

export const members = Router();

const registered = new Map<string, Member>();

// Marking a handler `async` does not make what it calls asynchronous: the hash below is computed on the loop.
members.post('/', async (request, response) => {
  const { name, password } = request.body as { name: string; password: string };
  registered.set(name, { name, hash: hashPassword(password) });
  response.status(201).json({ name, recovery: recoveryCode(password) });
});

members.post('/:name/session', async (request, response) => {
  const member = registered.get(request.params.name);
  slowDown(request.params.name);
  const known = member !== undefined && (await matches(request.body.password, member.hash));
  response.sendStatus(known ? 204 : 401);
});
