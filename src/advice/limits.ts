import type { Advice, TaskLoad } from '../model/advice.ts';
import type { WorkItem, WorkProfile } from '../model/work-profile.ts';
import { inWords } from './durations.ts';
import type { Judgement } from './judge.ts';
import { quoted } from './phrases.ts';
import type { Words } from './words.ts';

type Useless = Advice['notHelping'][number];

/** What people try in vain, and why it does not help this function. */
export function uselessFor(profile: WorkProfile, judgement: Judgement, load: TaskLoad, words: Words): Useless[] {
  const { verdict, all, blocking, free } = judgement;
  const found: Useless[] = [];
  const computing = judgement.heavy[0] ?? all.find(({ item }) => item.kind === 'compute');
  const computes = verdict === 'parallelism' || verdict === 'both';
  if (computes && computing) found.push(...inVainForComputing(profile, computing.item, words));
  const waiting = blocking[0]?.item ?? all.find(({ item }) => item.kind === 'wait')?.item;
  if ((blocking.length > 0 || free.length > 0 || (verdict === 'neither' && waiting)) && waiting) {
    found.push({
      what: `Handing it to ${words.worker}`,
      why: `${quoted(waiting.text)} only waits: whoever waits for it waits as long, and needs memory for that.`,
    });
  }
  if (verdict === 'neither' && all.length === 0 && profile.unweighed.length === 0)
    found.push(inVainForNothing(load, words));
  if (computing && !computes && verdict !== 'neither') return found;
  if (computing && 2 * load.message.amount >= computing.milliseconds) {
    found.push({
      what: `Handing ${quoted(computing.item.text)} to ${words.worker}`,
      why: `It computes for about ${inWords(computing.milliseconds)}, and the messages there and back cost about ${inWords(2 * load.message.amount)}.`,
    });
  }
  return found;
}

function inVainForNothing({ message }: TaskLoad, { worker, workerStart }: Words): Useless {
  return {
    what: `Handing it to ${worker}`,
    why: `The messages there and back cost about ${inWords(2 * message.amount)}, and a start costs ${workerStart}: more than the work.`,
  };
}

function inVainForComputing(
  { isAsync }: WorkProfile,
  { text, lock: use }: WorkItem,
  { async, all, lock }: Words,
): Useless[] {
  const useless: Useless[] = [
    {
      what: isAsync ? 'Awaiting it' : `Making the function ${async}`,
      why: `${quoted(text)} computes on the same thread all the same: awaiting only changes how the result is handed over.`,
    },
    { what: all, why: 'It overlaps waits. Computations on one thread still run one after another.' },
  ];
  if (lock !== undefined && use !== 'releases')
    useless.push({ what: 'Threads', why: `They wait well but do not compute at the same time: ${lock}.` });
  useless.push({
    what: 'More workers than cores',
    why: 'They share the cores: each gets slower by as much as there are more.',
  });
  return useless;
}

/** When to leave it as it is. */
export function reasonsToLeave({ reached, touchesOutside }: WorkProfile, judgement: Judgement): string[] {
  const { verdict, blocking, moved, heavy, free } = judgement;
  if (verdict === 'neither') return [];
  const reasons: string[] = [];
  if (reached.circumstance === 'script') {
    reasons.push('It runs in a script that nobody else waits for: then only its own time counts.');
  } else if (reached.circumstance === 'unknown') {
    reasons.push('Only start-up code, scripts or tests call it: then nobody waits for the event loop meanwhile.');
  }
  const holding = [...blocking, ...moved, ...heavy];
  if (holding.some(({ item }) => item.isKept)) reasons.push('Its result is kept: only the first caller waits.');
  if (holding.some(({ total }) => total <= 1)) {
    reasons.push(
      'What it works on is small and local, and it is seldom called: then the stall is a fraction of a millisecond.',
    );
  }
  if (heavy.some(({ origin }) => origin === 'estimated'))
    reasons.push('The data is always small: then the estimate does not hold.');
  if (touchesOutside && heavy.some(({ origin }) => origin === 'estimated')) {
    reasons.push('It changes data that others use: elsewhere it would only change its own copy.');
  }
  if (heavy.length > 0) {
    reasons.push('One execution takes less than some milliseconds: then handing it over costs as much as it saves.');
  }
  if (free.length > 0) {
    reasons.push('The other side allows one request at a time, or the order of what is done matters there.');
  }
  return reasons;
}
