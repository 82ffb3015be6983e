import http from 'node:http';

const server = http.createServer((request, response) => response.end());

function checkAll(rounds, limit) {
  let value = 0;
  for (let i = 0; i < rounds; i++) value = (value + i) % 1_000_003;
  if (value > limit) throw Object.assign(new RangeError(`${value} is too large`), { code: 'TOO_LARGE' });
  return value;
}

async function outcome(limit) {
  try {
    return checkAll(200_000_000, limit);
  } catch (error) {
    return [error instanceof RangeError, error.name, error.message, error.code, server.listening];
  }
}

export async function run() {
  return [await outcome(2_000_000), await outcome(1)];
}
