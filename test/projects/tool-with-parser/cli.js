#!/usr/bin/env node
require('./lib/commander.js').create(process.cwd()).start();
