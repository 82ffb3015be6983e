import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export function install(app) {
  app.get('/', (request, response) => {
    load(request.query.name).then((text) => response.send(text));
    if (existsSync('gone')) {
      response.end();
      return;
    }
    response.send('x');
  });
  app.use((request) => {
    return check(request.path);
  });
}

async function load(name) {
  return await checkAsync(name);
}

function check(name) {
  return readFileSync(name, 'utf8');
}

async function checkAsync(name) {
  return await readFile(name, 'utf8');
}
