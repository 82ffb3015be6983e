import { load } from '../load.js';
// ok: a test runner runs one test after another; nothing else waits
describe('load', () => {
  beforeEach(async () => load('a'));
  it('works', async () => {
    load('b');
  });
});
export const helper = async () => load('c');
