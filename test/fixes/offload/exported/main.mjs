import http from 'node:http';

const server = http.createServer((request, response) => response.end());

export const sum = (rounds) => {
  let total = 0;
  for (let i = 0; i < rounds; i++) total += i % 7;
  return total;
};

export async function run() {
  const total = sum(300_000_000);
  return [total, server.listening];
}
