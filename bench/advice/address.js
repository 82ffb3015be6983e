/** Where the benchmark's server answers after a while: the program that measures has started it. */
export function answerAfter(milliseconds, name = '') {
  return `${process.env.LOOPWISE_BENCH_SERVER}/?wait=${milliseconds}&name=${name}`;
}
