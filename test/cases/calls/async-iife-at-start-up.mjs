import fs from 'node:fs';

// ok: start-up, written as a function because `await` needed one
(async () => {
  const config = JSON.parse(fs.readFileSync('config.json', 'utf8'));
  await import(config.plugin);
})();

;(async function main() {
  fs.mkdirSync('logs', { recursive: true });
})().catch(console.error);
