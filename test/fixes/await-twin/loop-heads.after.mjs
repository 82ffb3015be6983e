import { writeFile, readFile, unlink, readdir, access } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

export async function run() {
  await writeFile('a', '1\n2');
  const found = [];
  for (const place in (await readFile('a', 'utf8')).split('\n')) found.push(place);
  let pauseAt = performance.now() + 10;
  outer: for (const line of (await readFile('a', 'utf8')).split('\n')) {
    if (performance.now() > pauseAt) {
      await nextTurn();
      pauseAt = performance.now() + 10;
    }
    for (let i = 0; i < (await readFile('a')).length && i < 3; i++) {
      if (i > 1) continue outer;
      found.push(line + i);
    }
  }
  do {
    await unlink('a');
    found.push((await readdir('.')).includes('a'));
  } while (await access('a').then(() => true, () => false));
  if (await access('a').then(() => true, () => false)) found.push('a');
  else if (await access('b').then(() => true, () => false)) found.push('b');
  else found.push('none');
  return found;
}
