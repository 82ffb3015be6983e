import express from 'express';
import { readFileSync } from 'node:fs';

abstract class Store {
  protected abstract load(key: string): string;
  abstract readonly kind: string;

  get(key: string) {
    return this.load(key);
  }
}

class FileStore extends Store {
  readonly kind = 'file';

  protected load(key: string) {
    return readFileSync(key, 'utf8');
  }
}

class Page {
  render(key: string) {
    return this.title(key) + this.body(key);
  }

  title(_key: string): string {
    throw new TypeError('a page has to say what its title is');
  }

  body(key: string) {
    return key;
  }
}

class FilePage extends Page {
  title(key: string) {
    return readFileSync(key, 'utf8');
  }

  body(key: string) {
    return readFileSync(key, 'utf8');
  }
}

class DraftPage extends FilePage {}

interface Source {
  open(key: string): string;
}

class FileSource implements Source {
  open(key: string) {
    return readFileSync(key, 'utf8');
  }
}

interface Several {
  open(key: string): string;
}

class SeveralFiles implements Several {
  open(key: string) {
    return readFileSync(key, 'utf8');
  }
}

class SeveralTexts implements Several {
  open(key: string) {
    return key;
  }
}

export function serve(store: FileStore, any: Store, page: DraftPage, source: Source, several: Several) {
  const app = express();
  app.get('/store', (request, response) => {
    response.send(store.get(request.path)); // expect: blocking-io@warning node:fs.readFileSync
    response.send(any.get(request.path)); // expect: blocking-io@warning node:fs.readFileSync
  });
  app.get('/page', (request, response) => {
    response.send(page.title(request.path)); // expect: blocking-io@warning node:fs.readFileSync
    response.send(page.render(request.path)); // expect: blocking-io node:fs.readFileSync
  });
  app.get('/plain', (request, response) => {
    response.send(new Page().body(request.path)); // ok: its own
  });
  app.get('/source', (request, response) => {
    response.send(source.open(request.path)); // expect: blocking-io@information node:fs.readFileSync
    response.send(several.open(request.path)); // ok: one of two
  });
}

export const made = [SeveralFiles, SeveralTexts, FileSource];
