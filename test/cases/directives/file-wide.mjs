// loopwise-ignore-file blocking-io -- a development server
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const page = async () => readFileSync('page.html'); // expect: blocking-io@suppressed
export const packed = async (data) => gunzipSync(data); // expect: heavy-call
