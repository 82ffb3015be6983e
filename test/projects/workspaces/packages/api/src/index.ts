import http from 'node:http';
import { Disk } from '@acme/disk';
import { compact } from '@acme/disk/compact';
import type { Options } from '@acme/types';

const disk = new Disk('data');

export function serve(options: Options) {
  return http.createServer((request, response) => {
    response.end(disk.read(request.url!)); // expect: blocking-io@warning node:fs.readFileSync
    compact(options.dir); // expect: blocking-io node:fs.readdirSync
  });
}
