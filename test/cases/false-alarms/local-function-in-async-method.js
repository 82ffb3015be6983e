// A synchronous function that is only defined inside an async one (vs-threading#1003, roslyn-analyzers#7420).
import { readFileSync } from 'node:fs';

export async function plan(queue) {
  const step = () => readFileSync('step');
  function other() {
    return readFileSync('other');
  }
  class Later {
    run() {
      return readFileSync('later');
    }
  }
  const table = { cell: () => readFileSync('cell') };
  queue.push(step); // ok: who runs it, and when, is not known
  return { other, Later, table };
}
