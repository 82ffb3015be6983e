import http from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

const server = http.createServer((request, response) => response.end());
const hits = new Map();

export async function filled(users, orders) {
  let pauseAt = performance.now() + 10;
  for (const user of users) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    for (const order of orders) if (order.user === user.id) user.orders.push(order);
  }
  return users;
}

export async function counted(rows) {
  let count = 0;
  let pauseAt = performance.now() + 10;
  for (const a of rows) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    for (const b of rows) {
      if (a.id === b.parent) count += 1;
      hits.set(a.id, count);
    }
  }
  return count;
}

export async function sent(rows, socket) {
  let count = 0;
  let pauseAt = performance.now() + 10;
  for (const a of rows) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    for (const b of rows) if (a.id === b.parent) count += socket.write(a.id);
  }
  return count;
}

export async function waiting(rows) {
  let pauseAt = performance.now() + 10;
  for (const a of rows) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    for (const b of rows) if (a.id === b.parent && b.id === a.parent) return a;
  }
  return undefined;
}

export function each(rows) {
  let count = 0;
  http.get('http://localhost', async () => {
    let pauseAt = performance.now() + 10;
    for (const a of rows.list) {
      if (performance.now() > pauseAt) {
        await nextTurn();
        pauseAt = performance.now() + 10;
      }
      for (const b of rows.list) if (a.id === b.parent) count += 1;
    }
    server.emit('counted', count);
  });
  return () => count;
}
