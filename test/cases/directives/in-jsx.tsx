import fs from 'node:fs';

export const View = () => (
  <ul>
    {/* loopwise-ignore-next-line blocking-io -- a preview */}
    <li onClick={async () => fs.rmSync('a')}>remove</li> {/* expect: blocking-io@suppressed */}
    <li onClick={async () => fs.rmSync('b')}>remove</li> {/* expect: blocking-io */}
  </ul>
);
