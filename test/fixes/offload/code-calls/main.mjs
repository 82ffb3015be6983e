import http from 'node:http';

const server = http.createServer((request, response) => response.end());

const routes = Object.fromEntries([
  ['join', join],
  ['pairs', pairs],
]);

async function join(orders, customers) {
  const named = orders.map((order) => customers.filter((one) => one.id > order.id && one.name > order.name).length);
  return named.reduce((sum, count) => sum + count, 0);
}

async function pairs(rows) {
  const found = [];
  rows.forEach((a) => {
    rows.forEach((b) => {
      if (a.id < b.id && (a.id ^ b.id) % 1021 === 0) found.push(a.id);
    });
  });
  return `${found.length} ${server.listening}`;
}

export async function run() {
  const rows = Array.from({ length: 6000 }, (_, id) => ({ id, name: String(id % 100) }));
  const joined = await routes.join(rows, rows);
  return [joined, await routes.pairs(rows)];
}
