// Retries, pages and polls await in a loop because they must (eslint#14700, SonarJS#7900).
import { setTimeout as sleep } from 'node:timers/promises';

export async function retry(attempt, times = 5) {
  for (let i = 0; i < times; i++) {
    try {
      return await attempt();
    } catch {
      await sleep(2 ** i * 100);
    }
  }
}

export async function* pages(url) {
  while (url) {
    const page = await (await fetch(url)).json();
    yield* page.items;
    url = page.next;
  }
}

export async function until(check, deadline) {
  while (Date.now() < deadline) {
    if (await check()) return true;
    await sleep(1000);
  }
  return false;
}
