import { Controller, Get } from '@nestjs/common';
import { ModuleRef, NestFactory } from '@nestjs/core';
import { Store } from './store';

@Controller()
export class Pages {
  constructor(private readonly modules: ModuleRef) {}

  @Get('page')
  page(): Buffer {
    return this.modules.get(Store).read('page'); // expect: blocking-io@warning node:fs.readFileSync
  }

  @Get('late')
  async late(): Promise<Buffer> {
    const store = await this.modules.resolve(Store);
    return store.read('late'); // expect: blocking-io@warning node:fs.readFileSync
  }
}

async function main(): Promise<void> {
  const app = await NestFactory.create(Pages);
  const store = app.get(Store);
  console.log(store.read('banner')); // ok: at the start
  app.use((request: unknown, response: { end(page: Buffer): void }) => {
    response.end(store.read('page')); // expect: blocking-io@warning node:fs.readFileSync
  });
  await app.listen(8080);
}

void main();
