#!/usr/bin/env node
const { default: generate } = await import(`../lib/${process.argv[2]}.js`);
await generate();
