import * as fs from 'node:fs';
import { EventEmitter } from 'node:events';

export class Uploads extends EventEmitter {
  private readonly write = (name: string, data: Buffer) => {
    fs.writeFileSync(`uploads/${name}`, data);
  };

  handle = async (name: string, data: Buffer) => {
    this.write(name, data); // expect: blocking-io node:fs.writeFileSync
    this.emit('done', name);
  };

  #tidy = () => fs.rmSync('tmp', { recursive: true });

  start() {
    this.on('done', this.#tidy); // expect: blocking-io node:fs.rmSync
    this.on('error', this.onError.bind(this)); // expect: blocking-io node:fs.appendFileSync
  }

  private onError(error: Error) {
    fs.appendFileSync('error.log', error.message);
  }
}
