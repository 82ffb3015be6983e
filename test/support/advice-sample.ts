import type { AdviceView } from '../../src/protocol/advice.ts';

const uri = 'file:///shop/src/routes/members.ts';

function range(line: number, character = 2, length = 10) {
  return { start: { line, character }, end: { line, character: character + length } };
}

/** Advice on a function that waits and computes, as the server would send it. */
export const sampleAdvice: AdviceView = {
  uri,
  range: range(14),
  subject: 'function',
  name: 'register',
  path: 'src/routes/members.ts',
  role: 'request handler (Express)',
  reached: 'The event loop calls it for each request.',
  verdict: 'both',
  confidence: 'certain',
  sentence: '`register` waits for a file and computes a hash: await the one, and move the other to a worker.',
  load: {
    unit: 'call of `register`',
    tasks: { amount: 10, origin: 'assumed' },
    wait: { amount: 12, origin: 'assumed' },
    compute: { amount: 80, origin: 'estimated' },
    cores: { amount: 4, origin: 'known' },
    message: { amount: 0.1, origin: 'assumed' },
  },
  now: { title: 'Now', strategy: 'blocking' },
  after: { title: 'Awaited, on a pool of workers', strategy: 'both' },
  evidence: [
    {
      uri,
      range: range(16),
      kind: 'compute',
      text: '`hashPassword` hashes a password on the event loop’s thread: about 80 ms.',
      confidence: 'certain',
      steps: [
        { uri, range: range(16), caller: 'register', call: 'hashPassword' },
        {
          uri: 'file:///shop/src/services/passwords.ts',
          range: range(8),
          caller: 'hashPassword',
          call: 'bcrypt.hashSync',
        },
      ],
    },
    {
      uri,
      range: range(15),
      kind: 'blocking',
      text: '`readFileSync` reads a whole file while the thread waits: about 12 ms.',
      confidence: 'likely',
      steps: [],
    },
  ],
  techniques: [
    {
      id: 'await',
      title: 'Await `bcrypt.hash`',
      why: 'The hash is then computed on a thread of the library.',
      cost: '`hashPassword` and its 2 callers become asynchronous.',
      strategy: 'both',
      findings: ['a1'],
      fixes: ['await-twin', 'carry-async'],
    },
    {
      id: 'worker',
      title: 'Move it to a worker thread',
      why: 'The computation holds another thread, and the event loop stays free.',
      cost: 'Arguments and results are copied as messages.',
      strategy: 'parallel',
      findings: [],
      fixes: [],
    },
  ],
  notHelping: [
    { what: 'Making it `async`', why: '`bcrypt.hashSync` computes on the same thread all the same.' },
    { what: '`Promise.all`', why: 'It overlaps waits. Computations on one thread still run one after another.' },
  ],
  whenToLeave: ['It is called so seldom that nobody else waits at the same time.'],
  explanation: [
    'Concurrency is many waits on one thread: while `readFileSync` waits, the event loop could run something else.',
    'Parallelism is computing on several cores at the same time: `bcrypt.hashSync` needs a thread of its own.',
    'Awaiting a computation does not move it.',
    '`register` does both.',
  ],
  unresolved: [{ uri, range: range(18), text: 'audit.note' }],
  functions: [],
  markdown: '# register\n',
};

/** An object without some of its keys. */
export function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}
