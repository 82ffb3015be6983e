const fs = require('node:fs');

// What a closure leaves to a timer runs on the loop, whoever calls the closure.
function debounce(work, ms) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), ms);
  };
}

exports.save = debounce((text) => {
  fs.writeFileSync('state.json', text); // expect: blocking-io node:fs.writeFileSync
}, 100);

function onMessage(socket, work) {
  return { start: () => socket.on('message', work) };
}

exports.listen = (socket) => onMessage(socket, (text) => fs.appendFileSync('log', text)).start(); // expect: blocking-io@information node:fs.appendFileSync

// What a closure does itself, its callers decide.
function guarded(work) {
  return () => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
}

exports.config = guarded(() => fs.readFileSync('config.json'))(); // ok: while the module loads
