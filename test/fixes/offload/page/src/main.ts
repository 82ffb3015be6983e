import { spread as spreadOf } from './lib/spread';
import './theme';

const output = document.querySelector('output');

document.querySelector('#spread')?.addEventListener('click', () => {
  const { width, label } = spreadOf(300_000_000, 'spread');
  if (output) output.textContent = `${label}: ${width}`;
});

document.querySelector('#both')?.addEventListener('click', () => {
  if (output) output.textContent = `${sumOf(200_000_000)} and ${sumOf(400_000_000)}`;
});

/** Adds what is left over. */
function sumOf(rounds: number): number {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += i % 7;
  return sum;
}
