import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

let settings: Record<string, string> | undefined;

function get(): Record<string, string> {
  settings ??= JSON.parse(readFileSync('settings.json', 'utf8')) as Record<string, string>;
  return settings;
}

// Start-up has read them when the first request comes.
const port = Number(get()['port']);

createServer((_req, res) => {
  res.end(get()['greeting']); // expect: blocking-io@hint node:fs.readFileSync
}).listen(port);
