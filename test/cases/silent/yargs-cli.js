const yargs = require('yargs');
const fs = require('fs');

yargs
  .command('init', 'creates a config', () => {}, async (argv) => {
    fs.writeFileSync(argv.config, '{}'); // ok: a command runs once, and nothing else waits
  })
  .command({ command: 'show', handler: (argv) => console.log(fs.readFileSync(argv.config, 'utf8')) })
  .parse();
