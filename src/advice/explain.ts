import type { Verdict } from '../model/finding.ts';
import type { WorkItem, WorkProfile } from '../model/work-profile.ts';
import { quoted } from './phrases.ts';

/** Concurrency and parallelism in four sentences, with the names of the function. */
export function explain({ name, items }: WorkProfile, verdict: Verdict): string[] {
  const waiting = items.find(({ kind }) => kind === 'blocking') ?? items.find(({ kind }) => kind === 'wait');
  const computing = items.find(({ kind }) => kind === 'compute');
  return [
    `Concurrency is many waits on one thread: while ${nameOf(waiting, 'a file or the network')} is on its way, the event loop runs something else.`,
    `Parallelism is computing on several cores at the same time: ${nameOf(computing, 'a long computation')} needs a thread for itself, because a thread that computes can do nothing else.`,
    'Awaiting a computation does not move it: the thread of the event loop still does it, and everything else waits.',
    closing(quoted(name), verdict),
  ];
}

function nameOf(item: WorkItem | undefined, otherwise: string): string {
  return item ? quoted(item.text) : otherwise;
}

function closing(name: string, verdict: Verdict): string {
  switch (verdict) {
    case 'concurrency':
      return `${name} waits, so concurrency fits: other threads would only wait as well.`;
    case 'parallelism':
      return `${name} computes, so parallelism fits: starting it many times at once would only let the parts wait for each other.`;
    case 'both':
      return `${name} does both: its waits can overlap on one thread, and its computation needs another one.`;
    case 'neither':
      return `${name} needs neither: there is no wait in it that could overlap, and no long computation to move.`;
  }
}
