const fs = require('node:fs');
const utils = require('@iobroker/adapter-core');

// `ready` comes once, before the adapter serves; what it sets going goes on.
const adapter = utils.adapter({
  name: 'doors',
  ready: async () => {
    adapter.doors = fs.readFileSync('doors.json', 'utf8');
    setInterval(() => fs.writeFileSync('doors.json', adapter.doors), 60_000); // expect: blocking-io@warning node:fs.writeFileSync
  },
  message: (message) => {
    adapter.sendTo(message.from, message.command, fs.readFileSync('doors.json', 'utf8')); // expect: blocking-io node:fs.readFileSync
  },
  stateChange: (id) => {
    fs.appendFileSync('doors.log', id); // expect: blocking-io node:fs.appendFileSync
  },
  unload: (done) => {
    fs.unlinkSync('doors.lock');
    done();
  },
});

class Windows extends utils.Adapter {
  constructor(options) {
    super({ ...options, name: 'windows' });
    this.on('ready', this.onReady.bind(this));
    this.on('message', this.onMessage.bind(this));
    this.on('unload', this.onUnload.bind(this));
  }

  async onReady() {
    this.windows = fs.readFileSync('windows.json', 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
  }

  onMessage(message) {
    this.sendTo(message.from, message.command, fs.readFileSync('windows.json', 'utf8')); // expect: blocking-io@warning node:fs.readFileSync
  }

  onUnload(done) {
    fs.unlinkSync('windows.lock');
    done();
  }
}

if (require.main !== module) module.exports = (options) => new Windows(options);
else new Windows();
