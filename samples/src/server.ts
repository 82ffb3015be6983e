import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import express from 'express';
import { settings } from './config.ts';
import { journal } from './lib/journal.ts';
import { admin } from './routes/admin.ts';
import { books } from './routes/books.ts';
import labels from './routes/labels.cjs';
import { members } from './routes/members.ts';

// Fine: only start-up reaches this function, so its synchronous calls delay the start and nothing else.
function prepareFolders(): void {
  if (!existsSync(settings.covers)) mkdirSync(settings.covers, { recursive: true });
  writeFileSync(settings.journal, '', { flag: 'a' });
}

prepareFolders();

const app = express();
app.use(express.json());
app.use('/books', books);
app.use('/members', members);
app.use('/labels', labels);
app.use('/admin', admin);

app.listen(settings.port, () => {
  console.log(`The library is open on port ${settings.port}`);
});

// Fine: when the process ends, no loop is left to block, and asynchronous writes would be lost.
process.on('exit', () => {
  journal.writeOut();
});
