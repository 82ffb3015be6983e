'use strict';
const EventEmitter = require('events');
const fs = require('fs');
const cp = require('child_process');

class Bus extends EventEmitter {}
const bus = new Bus();

bus.on('order', order => {
  fs.writeFileSync(`orders/${order.id}.json`, JSON.stringify(order)); // expect: blocking-io node:fs.writeFileSync
});
bus.once('ready', () => console.log('ready'));
bus.addListener('stop', function () { cp.execSync('systemctl stop app'); }); // expect: blocking-io node:child_process.execSync

const child = cp.spawn('tail', ['-f', 'app.log']);
child.stdout.on('data', data => fs.appendFileSync('copy.log', data)); // expect: blocking-io node:fs.appendFileSync

fs.watch('config.json', () => {
  module.exports.config = JSON.parse(fs.readFileSync('config.json', 'utf8')); // expect: blocking-io node:fs.readFileSync
});

// Someone else's object: `on` alone makes a listener likely, no more.
module.exports.attach = (thing) => {
  thing.on('x', () => fs.readFileSync('x')); // expect: blocking-io@information
};
