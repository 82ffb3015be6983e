import { createServer } from 'node:http';
import { page } from './page.js';

export default async function preview() {
  createServer((request, response) => response.end(page())).listen(4000); // expect: blocking-io@warning
}
