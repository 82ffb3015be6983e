import { hash } from './shared.js';
export default async ({ password }) => hash(password); // ok: a pool's task
