import fs from 'node:fs';

// Migrations run as the program starts, or by a command.
export async function up(db) {
  await db.run(fs.readFileSync('0001.sql', 'utf8')); // expect: blocking-io@hint node:fs.readFileSync
}
