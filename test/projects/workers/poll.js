import { setTimeout as sleep } from 'node:timers/promises';

for (;;) {
  await fetch('http://localhost/health');
  await sleep(1000);
}
