import { useState } from 'react';

function fibonacci(n) {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

export function App() {
  const [value, setValue] = useState(0);
  function handleReset() {
    setValue(fibonacci(37));
  }
  return (
    <>
      <button onClick={() => setValue(fibonacci(38))}>{value}</button>
      <button onClick={handleReset}>Reset</button>
    </>
  );
}
