import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { loadGrammar, parsePython } from '../../src/languages/python/parse.ts';

/** Syntax of Python 3.0 to 3.14, a line or more each. */
const NEWEST = [
  'async def f(a, /, b: int = 1, *, c=2, **kw) -> None:\n    async with a as x, b as y:\n        await x\n',
  'async def g():\n    async for i in x():\n        yield i\n    return\n',
  'match command:\n    case {"a": 1, **rest} if rest: pass\n    case Point(x=0) | [1, *_]: pass\n',
  'try:\n    pass\nexcept* (ValueError, OSError) as group:\n    pass\n',
  'type Pair[T] = tuple[T, T]\nclass Box[T: int](Base, metaclass=Meta): item: T\n',
  "print(f'{value!r:>{width}} {', '.join(names)}')\n",
  'if (n := len(a)) > 10: pass\n',
  't = t"Hello {name}"\n',
];

describe('the grammar of Python', () => {
  before(loadGrammar);

  it('reads the syntax of the newest versions', () => {
    for (const source of NEWEST) {
      const tree = parsePython(source);
      assert.equal(tree.rootNode.hasError, false, source);
      assert.equal(tree.rootNode.endIndex, source.length);
      tree.delete();
    }
  });

  it('marks what is no Python and reads the rest', () => {
    const tree = parsePython('def f(:\n    time.sleep(1)\n');
    assert.equal(tree.rootNode.hasError, true);
    assert.equal(tree.rootNode.descendantsOfType('call').length, 1);
    tree.delete();
  });

  it('counts in the units of JavaScript strings', () => {
    const tree = parsePython('s = "äöü €😀"; f(1)\n');
    const [call] = tree.rootNode.descendantsOfType('call');
    assert.equal(call?.startIndex, 's = "äöü €😀"; '.length);
    tree.delete();
  });
});
