import { remove } from '#disk';
import { peek } from '#internal/peek';
import { tidy } from 'shop/tools';

export async function close(path) {
  remove(path); // expect: blocking-io node:fs.unlinkSync
  peek(path); // expect: blocking-io node:fs.readSync
  tidy(path); // expect: blocking-io node:fs.rmSync
}
