import { readFileSync } from 'node:fs';

export function show(request, response) {
  response.send(readFileSync(request.params.name)); // expect: blocking-io@warning node:fs.readFileSync
}
