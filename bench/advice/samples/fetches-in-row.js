import { answerAfter } from '../address.js';

export const items = ['user', 'news'];
export const shape = { tasks: 2, wait: 60 };

// advise: concurrency sequential-awaits
export async function subject([first, second]) {
  const user = await fetch(answerAfter(60, first));
  const news = await fetch(answerAfter(60, second));
  return [user.status, news.status];
}

export async function overlapped([first, second]) {
  const [user, news] = await Promise.all([fetch(answerAfter(60, first)), fetch(answerAfter(60, second))]);
  return [user.status, news.status];
}

export async function job(name) {
  const { status } = await fetch(answerAfter(60, name));
  return status;
}
