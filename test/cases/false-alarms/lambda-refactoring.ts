// Every shape of the same function gives the same finding (Infer#1776, #1626).
import { statSync } from 'node:fs';
import http from 'node:http';

export async function declared(p: string) {
  return statSync(p); // expect: blocking-io node:fs.statSync
}
export const arrow = async (p: string) => statSync(p); // expect: blocking-io node:fs.statSync
export const expression = async function (p: string) {
  return statSync(p); // expect: blocking-io node:fs.statSync
};
export const method = {
  async run(p: string) {
    return statSync(p); // expect: blocking-io node:fs.statSync
  },
};
export default class {
  async run(p: string) {
    return statSync(p); // expect: blocking-io node:fs.statSync
  }
  static async run(p: string) {
    return statSync(p); // expect: blocking-io node:fs.statSync
  }
}

class Handler {
  handle() {
    statSync('a'); // expect: blocking-io node:fs.statSync
  }
}
const handler = new Handler();
http.createServer(() => statSync('b')); // expect: blocking-io node:fs.statSync
http.createServer(function () { statSync('c'); }); // expect: blocking-io node:fs.statSync
http.createServer(handler.handle);
http.createServer(() => handler.handle());
