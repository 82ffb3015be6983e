import { Client, Events } from 'discord.js';
import fs from 'node:fs';

const client = new Client({ intents: [] });

client.once(Events.ClientReady, () => {
  fs.readFileSync('names.json'); // expect: blocking-io@information
});
client.on(Events.MessageCreate, () => {
  fs.readFileSync('names.json'); // expect: blocking-io@warning
});
