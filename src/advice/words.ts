/** How a language says what can be done. Names of code are in backticks. */
export interface Words {
  /** What makes a function asynchronous. */
  readonly async: string;
  /** What waits for several things at once. */
  readonly all: string;
  /** What bounds how many are under way. */
  readonly limit: string;
  /** Where a computation goes, in two words. */
  readonly elsewhere: string;
  /** What computes on another core, and many of them. */
  readonly worker: string;
  readonly workers: string;
  /** What a worker costs to start. */
  readonly workerStart: string;
  /** What waits in place of the event loop's thread, where threads that wait are cheap. */
  readonly thread?: string;
  /** Why threads do not compute at the same time, where they do not. */
  readonly lock?: string;
  /** What lets others run in between. */
  readonly pause: string;
  readonly stream: string;
  /** What a task has to be made of to be sent. */
  readonly message: string;
  /** Milliseconds in the unit of a pause. */
  readonly pauseUnit: number;
}

const javascript: Words = {
  async: '`async`',
  all: '`Promise.all`',
  limit: 'a limit such as `p-limit`',
  elsewhere: 'another thread',
  worker: 'a worker thread',
  workers: 'a pool of worker threads',
  workerStart: 'some tens of milliseconds',
  pause: '`await setImmediate()`',
  stream: 'a stream (`pipeline`)',
  message: 'copied (structured clone)',
  pauseUnit: 1,
};

const python: Words = {
  async: '`async def`',
  all: '`asyncio.gather` or a `TaskGroup`',
  limit: '`asyncio.Semaphore`',
  elsewhere: 'another process',
  worker: 'another process (`ProcessPoolExecutor`)',
  workers: '`ProcessPoolExecutor`',
  workerStart: 'some hundreds of milliseconds',
  thread: '`asyncio.to_thread`',
  lock: 'the interpreter’s lock (GIL) lets one thread at a time run Python code',
  pause: '`await asyncio.sleep(0)`',
  stream: 'pieces (`async for`)',
  message: 'pickled',
  pauseUnit: 1000,
};

export function wordsOf(language: string): Words {
  return language === 'python' ? python : javascript;
}
