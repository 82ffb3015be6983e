import { useState } from 'react';
import { onThread } from './worker-pool.js';

const fibonacciOnThread = onThread(
  () => new Worker(new URL('./fibonacci.worker.js', import.meta.url), { type: 'module' }),
);

export function App() {
  const [value, setValue] = useState(0);
  async function handleReset() {
    setValue(await fibonacciOnThread(37));
  }
  return (
    <>
      <button onClick={async () => setValue(await fibonacciOnThread(38))}>{value}</button>
      <button onClick={handleReset}>Reset</button>
    </>
  );
}
