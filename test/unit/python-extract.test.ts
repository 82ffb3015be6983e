import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { extractFacts } from '../../src/languages/python/extract.ts';
import { loadGrammar } from '../../src/languages/python/parse.ts';

/** The places of the calls of a source. */
function callsOf(source: string): string[] {
  const { functions, problem } = extractFacts('a.py', source);
  if (problem) return [`! ${problem.message}`];
  return functions.flatMap(({ calls }) => calls.map(({ at, text }) => `${text} ${at.join(',')}`));
}

describe('facts of a Python file', () => {
  before(loadGrammar);

  it('have their places in units of JavaScript strings, whatever ends the lines', () => {
    assert.deepEqual(callsOf('import time\r\ntime.sleep(1)\r\n'), ['time.sleep 1,5,1,10']);
    assert.deepEqual(callsOf('import time\rtime.sleep(1)\r'), ['time.sleep 1,5,1,10']);
    assert.deepEqual(callsOf('\ufeffimport time\n"\u{1f600}ä"; time.sleep(1)\n'), ['time.sleep 1,12,1,17']);
  });

  it('follow code inside texts', () => {
    assert.deepEqual(callsOf('import a\nf"{f\'{a.b()!r:>{a.c()}}\'}"\n'), ['a.b 1,8,1,9', 'a.c 1,18,1,19']);
    assert.deepEqual(callsOf('import a\nt"{a.b()}"\n"{a.c()}"\n'), ['a.b 1,5,1,6']);
  });

  it('name what cannot be read, with its line', () => {
    assert.deepEqual(callsOf('import a\ndef f(:\n'), ['! invalid syntax in line 2']);
    assert.deepEqual(callsOf('print "a"\n'), ['! Python 2 is not supported']);
    assert.deepEqual(callsOf('%matplotlib inline\n'), ['! invalid syntax in line 1']);
  });

  it('leave functions their keys while others change', () => {
    const keys = (source: string) => extractFacts('a.py', source).functions.map(({ key }) => key);
    assert.deepEqual(
      keys('class A:\n    def f(self): return lambda: 1\n    def f(self): pass\ndef g():\n    def f(): pass\n'),
      ['<module>', 'A.f', 'A.f.<lambda>', 'A.f#2', 'g', 'g.f'],
    );
  });
});
