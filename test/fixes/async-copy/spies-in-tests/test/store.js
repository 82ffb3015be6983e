const { vi } = require('vitest');
const store = require('../src/store');

it('saves', () => {
  const save = vi.spyOn(store, 'save');
  vi.advanceTimersByTime(1000);
  expect(save).toHaveBeenCalledTimes(1);
});
