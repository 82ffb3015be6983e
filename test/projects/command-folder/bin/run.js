#!/usr/bin/env node
const [name, ...args] = process.argv.slice(2);
const { Command } = await import(`../src/commands/${name}.js`);
await new Command().run(args);
