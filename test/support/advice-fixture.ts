import type { Advice, Quantity } from '../../src/model/advice.ts';

const assumed = (amount: number): Quantity => ({ amount, origin: 'assumed' });

/** Advice on a function of that name. */
export function adviceOn(name: string): Advice {
  return {
    subject: 'function',
    language: 'javascript',
    name,
    file: 'src/routes/user files.ts',
    at: [10, 30, 10, 35],
    verdict: 'both',
    confidence: 'certain',
    sentence: `\`${name}\` waits and computes.`,
    evidence: [],
    reached: { circumstance: 'loop', path: [], sentence: 'The event loop runs it.' },
    load: {
      unit: `call of \`${name}\``,
      tasks: assumed(3),
      wait: assumed(40),
      compute: assumed(60),
      cores: assumed(2),
      message: assumed(0.5),
    },
    now: { title: 'Now', strategy: 'blocking' },
    after: { title: 'After', strategy: 'both' },
    techniques: [
      {
        id: 'await',
        title: `Await \`${name}\``,
        why: 'It frees the loop.',
        cost: 'A signature.',
        findings: [],
        fixes: [],
      },
    ],
    notHelping: [{ what: '`Promise.all`', why: 'It overlaps waits only.' }],
    whenToLeave: [],
    unresolved: [],
    explanation: [],
    functions: [],
  };
}
