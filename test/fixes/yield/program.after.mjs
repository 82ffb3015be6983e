import { setImmediate as nextTurn } from 'node:timers/promises';

const hits = new Map();
const state = { sum: 0 };

async function count(rows) {
  let found = 0;
  let pauseAt = performance.now() + 10;
  for (const a of rows) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    for (const b of rows) if (a.id === b.parent) found += 1;
    hits.set(a.id, found);
  }
  return found;
}

async function add() {
  state.sum = 1;
  let pauseAt = performance.now() + 10;
  let round = 0;
  for (let i = 0; i < 400_000_000; i++) {
    if (++round % 1000 === 0 && performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    state.sum = (state.sum + i) % 1_000_003;
  }
  return state.sum;
}

const routes = new Map([['count', count]]);

export async function run() {
  const rows = Array.from({ length: 9000 }, (_, id) => ({ id, parent: id >> 1 }));
  return [await routes.get('count')(rows), hits.size, await add()];
}
