import { writeFile } from 'node:fs/promises';

process.once('message', async ({ name, text }) => {
  await writeFile(name, text);
  process.exit(0);
});
