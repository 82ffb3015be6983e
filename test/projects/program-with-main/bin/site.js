#!/usr/bin/env node
import { run } from '../lib/index.js';

await run(process.argv);
