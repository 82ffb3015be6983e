import { json } from '@sveltejs/kit';
import { readFileSync } from 'node:fs';

export const GET = ({ url }) => json(readFileSync(url.pathname, 'utf8')); // expect: blocking-io node:fs.readFileSync

export async function POST({ request }) {
  return json(readFileSync(await request.text())); // expect: blocking-io node:fs.readFileSync
}
