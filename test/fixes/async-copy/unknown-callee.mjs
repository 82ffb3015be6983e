import { existsSync, readFileSync } from 'node:fs';

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
  return check(name);
}

function check(name) {
  return readFileSync(name, 'utf8');
}
