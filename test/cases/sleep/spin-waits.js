const { performance } = require('perf_hooks');

exports.sleepDate = async function (ms) {
  const end = Date.now() + ms;
  while (Date.now() < end); // expect: blocking-sleep
};

exports.sleepNewDate = async (ms) => {
  var start = new Date().getTime();
  while (new Date().getTime() - start < ms) {} // expect: blocking-sleep
};

exports.sleepDateObjects = async (ms) => {
  const until = new Date(Date.now() + ms);
  while (new Date() < until) { /* wait */ } // expect: blocking-sleep
};

exports.sleepPerformance = async (ms) => {
  const t0 = performance.now();
  for (;;) { // expect: blocking-sleep
    if (performance.now() - t0 >= ms) break;
  }
};

exports.sleepHrtime = async (ns) => {
  const start = process.hrtime.bigint();
  do { } while (process.hrtime.bigint() - start < ns); // expect: blocking-sleep
};

exports.sleepTuple = async (seconds) => {
  const start = process.hrtime();
  while (process.hrtime(start)[0] < seconds) continue; // expect: blocking-sleep
};

exports.sleepVariable = async (ms) => {
  let now = Date.now();
  const end = now + ms;
  while (now < end) { // expect: blocking-sleep
    now = Date.now();
  }
};

exports.sleepFor = async (ms) => {
  for (let start = Date.now(); Date.now() - start < ms; ) {} // expect: blocking-sleep
};
