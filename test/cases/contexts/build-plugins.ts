import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from '@oclif/core';

// What a bundler calls serves nobody.
export function manifest() {
  const pages = new Map<string, string>();
  return {
    name: 'manifest',
    async resolveId(id: string) {
      return existsSync(id) ? id : null; // expect: blocking-io@hint
    },
    load: {
      filter: { id: /\.page$/ },
      async handler(id: string) {
        pages.set(id, readFileSync(id, 'utf8')); // expect: blocking-io@hint
      },
    },
    async writeBundle() {
      await store([...pages.keys()]);
    },
    configureServer(server: any) {
      server.middlewares.use(async (request: unknown, response: any) => {
        response.end(readFileSync('manifest.json')); // expect: blocking-io@hint
      });
    },
  };
}

async function store(names: string[]) {
  writeFileSync('manifest.json', JSON.stringify(names)); // expect: blocking-io@hint
}

export const markdown = {
  name: 'markdown',
  setup(build: any) {
    build.onLoad({ filter: /\.md$/ }, async ({ path }: { path: string }) => {
      return { contents: readFileSync(path, 'utf8') }; // expect: blocking-io@hint
    });
  },
};

export class BannerPlugin {
  apply(compiler: any) {
    compiler.hooks.emit.tapPromise('banner', async (compilation: any) => {
      compilation.banner = readFileSync('banner.txt', 'utf8'); // expect: blocking-io@hint
    });
  }
}

export const deploy = {
  command: 'deploy <target>',
  describe: 'publishes the pages',
  async handler() {
    return readFileSync('pages.zip'); // expect: blocking-io@hint
  },
};

export class Publish extends Command {
  async run() {
    return readFileSync('pages.zip'); // expect: blocking-io@hint
  }
}

// A store has a name and loads, too.
export const notes = {
  name: 'notes',
  async load(id: string) {
    return readFileSync(id, 'utf8'); // expect: blocking-io@warning
  },
  async transform(id: string) {
    return readFileSync(id, 'utf8'); // expect: blocking-io@warning
  },
};

// A command of a chat.
export const say = {
  command: 'say',
  async handler() {
    return readFileSync('sentences.txt', 'utf8'); // expect: blocking-io@warning
  },
};

export class Patch {
  async apply(target: string) {
    return readFileSync(target, 'utf8'); // expect: blocking-io@warning
  }
}

// What others call as well is not the build's alone.
export const shared = {
  name: 'shared',
  async buildStart() {
    await settings();
  },
};

export async function settings() {
  return readFileSync('settings.json', 'utf8'); // expect: blocking-io@hint
}

export async function serve(server: any) {
  server.on('request', async () => theme());
  shared2.buildStart = theme;
}

const shared2 = { name: 'shared', buildStart: async () => theme() };

async function theme() {
  return readFileSync('theme.css', 'utf8'); // expect: blocking-io@warning
}
