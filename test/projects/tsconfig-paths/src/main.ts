import { save } from '@/storage/disk';
import db from '~db';
import { now } from '@shared/clock';

export async function handle(text: string) {
  save(text); // expect: blocking-io node:fs.writeFileSync
  now(10); // expect: blocking-sleep
  return db.all(); // expect: blocking-io better-sqlite3().prepare().all
}
