import { Router } from 'express';
import type { Container } from '../container.js';

export function usersRouter({ users }: Container) {
  const router = Router();
  router.get('/', (_req, res) => {
    res.json(users.list()); // expect: blocking-io node:fs.readFileSync
  });
  router.put('/:id', async (req, res) => {
    await users.rename(req.params.id, req.body.name);
    res.end();
  });
  return router;
}
