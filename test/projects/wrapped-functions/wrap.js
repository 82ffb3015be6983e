export const timed = (fn) =>
  function (...args) {
    const start = Date.now();
    try {
      return fn.apply(this, args);
    } finally {
      console.log(Date.now() - start);
    }
  };

export function retry(fn, { times = 3 } = {}) {
  async function attempt(...args) {
    for (let left = times; ; left--) {
      try {
        return await fn(...args);
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }
  return attempt;
}

export function debounce(fn, wait) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), wait);
  };
}

export function memoize(fn) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, fn(key));
    return known.get(key);
  };
}

export const pipe = (first, second) => (input) => second(first(input));

export const fallback = (fn, instead) => (input) => {
  try {
    return fn(input);
  } catch {
    return instead(input);
  }
};

/** Hands it on, and does nothing with it itself. */
export const named = (fn) => () => ({ name: fn.name });

export const withErrors = (handler) => (request, response, next) => {
  try {
    handler(request, response, next);
  } catch (error) {
    next(error);
  }
};
