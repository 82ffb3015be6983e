import bcrypt from 'bcrypt';
import bcryptjs from 'bcryptjs';
import { hash, compareSync } from 'bcryptjs';
import jwt from 'jsonwebtoken';

export async function login(password: string, stored: string) {
  const a = bcrypt.compareSync(password, stored); // expect: heavy-call bcrypt.compareSync
  const b = bcryptjs.hashSync(password, 10); // expect: heavy-call bcryptjs.hashSync
  const c = compareSync(password, stored); // expect: heavy-call bcryptjs.compareSync
  const d = await hash(password, 10);
  const e = await bcrypt.compare(password, stored);
  return { a, b, c, d, e, token: jwt.sign({ a }, 'secret', { algorithm: 'HS256' }) };
}
