#!/usr/bin/env node
import * as commands from '../lib/commands.js';

// What is public here is the command.
await commands[process.argv[2]]();
