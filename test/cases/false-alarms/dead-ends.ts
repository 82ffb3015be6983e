// Nothing here is ever run by the loop.
import { readFileSync } from 'node:fs';

interface Reader {
  read(): string;
}

abstract class Abstract implements Reader {
  abstract read(): string;
}

export const table: Record<string, () => Buffer> = {
  a: () => readFileSync('a'),
  b() {
    return readFileSync('b');
  },
};

export const lazy = { get text() { return readFileSync('c', 'utf8'); } };

export { Abstract };
