// A time budget is the opposite of a busy-wait.
async function drain(queue, handle) {
  const deadline = Date.now() + 10;
  while (queue.length && Date.now() < deadline) handle(queue.shift());
}

async function poll(check, ms) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function batches(source) {
  let started = performance.now();
  for (const item of source) {
    item.process();
    if (performance.now() - started > 16) {
      await null;
      started = performance.now();
    }
  }
}

async function since(list) {
  let i = 0;
  while (list[i] && list[i].time < Date.now()) i++;
  return i;
}

module.exports = { drain, poll, batches, since };
