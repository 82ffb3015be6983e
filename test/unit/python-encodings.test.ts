import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { decode } from '../../src/workspace/decode.ts';

function read(text: string, encoding: BufferEncoding): string {
  const decoded = decode('a.py', Buffer.from(text, encoding));
  return 'text' in decoded ? decoded.text : `! ${decoded.problem.kind}: ${decoded.problem.message}`;
}

describe('the encoding of a Python file', () => {
  it('is UTF-8, with or without a mark', () => {
    assert.equal(read('s = "ä"\n', 'utf8'), 's = "ä"\n');
    assert.equal(read('\ufeffs = "ä"\n', 'utf8'), 's = "ä"\n');
  });

  it('is what a comment in the first two lines says', () => {
    for (const comment of ['# -*- coding: latin-1 -*-', '#!/usr/bin/python3\n# vim: set fileencoding=iso-8859-15 :']) {
      assert.equal(read(`${comment}\ns = "ä"\n`, 'latin1'), `${comment}\ns = "ä"\n`);
    }
  });

  it('is not guessed', () => {
    assert.equal(read('s = "ä"\n', 'latin1'), '! encoding: it is not encoded in utf-8');
    assert.equal(read('\n\n# coding: latin-1\ns = "ä"\n', 'latin1'), '! encoding: it is not encoded in utf-8');
    assert.equal(read('# coding: klingon\n', 'utf8'), '! encoding: its encoding klingon is not known');
    assert.equal(read('s = 1\0\n', 'utf8'), '! encoding: a binary file');
  });
});
