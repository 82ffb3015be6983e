import { useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import fs from 'node:fs';

// A window of an Electron application with Node integration.
export function Notes({ file, store }: { file: string; store: any }) {
  const [text, setText] = useState('');
  const snapshot = useSyncExternalStore(store.subscribe, store.get);

  const save = async () => {
    fs.writeFileSync(file, text); // expect: blocking-io node:fs.writeFileSync
  };

  return (
    <form onSubmit={async () => fs.appendFileSync('log', text)}> {/* expect: blocking-io node:fs.appendFileSync */}
      <textarea value={text} onChange={(e) => flushSync(() => setText(e.target.value))} />
      <button onClick={save}>Save {snapshot}</button>
      <button onClick={() => setText(fs.readFileSync(file, 'utf8'))}>Load</button> {/* expect: blocking-io node:fs.readFileSync */}
    </form>
  );
}
