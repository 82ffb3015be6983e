// Names that end in Sync and wait for nothing (eslint-plugin-n#354, #391, eslint#6880, #12601).
import ReactDOM, { flushSync } from 'react-dom';
import { useSyncExternalStore } from 'react';
import { Effect } from 'effect';
import { render } from './render-sync';

const device = { enableSync: true, barSync: () => 1, writeFileSync: (text: string) => text.length };

export async function update(store: any, program: Effect.Effect<number>) {
  flushSync(() => render());
  ReactDOM.flushSync(() => render());
  const n = Effect.runSync(program);
  device.barSync();
  device.writeFileSync('in memory');
  store.transaction.commitSync();
  return device.enableSync ? n : useSyncExternalStore(store.subscribe, store.get);
}
