import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';

const WORDS = /^(\w+\s?)*$/;

// Start-up may take its time.
const settings = readFileSync('settings.txt', 'utf8');
if (!WORDS.test(settings)) throw new Error('settings');

new Command().argument('<name>').action((name) => {
  if (!WORDS.test(name)) throw new Error(name); // ok: whoever runs the command waits for it
});

// Handlers of the server's own events get no texts.
createServer((request, response) => {
  response.end(WORDS.test(request.method)); // ok: one of a few words
})
  .on('error', (error) => {
    if (WORDS.test(error.message)) throw error; // ok
  })
  .listen(8080);
