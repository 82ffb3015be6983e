import { wait } from './wait.js';

await wait(500);
process.exit(0);
