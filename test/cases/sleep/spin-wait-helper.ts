import express from 'express';

function sleep(ms: number) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    // spin
  }
}

sleep(10); // ok: start-up

const app = express();
app.get('/slow', (_req, res) => {
  sleep(200); // expect: blocking-sleep@error
  res.send('done');
});

export function throttle() {
  sleep(5); // ok: a synchronous function
}

setTimeout(throttle, 100); // expect: blocking-sleep
