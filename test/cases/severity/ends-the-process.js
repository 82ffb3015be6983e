import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

// Who calls these is not known. What ends the process is a command's, or starts a program.
export async function generate(folder) {
  const template = readFileSync('page.template', 'utf8'); // expect: blocking-io@hint node:fs.readFileSync
  await readFile(folder);
  console.log(template);
  process.exit(0);
}

export async function check(folder) {
  try {
    await access(folder);
    return execSync('git status'); // expect: blocking-io@hint node:child_process.execSync
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

export class Command {
  async publish() {
    const { name } = JSON.parse(readFileSync('package.json', 'utf8')); // expect: blocking-io@hint node:fs.readFileSync
    await readFile(name).catch((error) => this.exitWithError(error));
    await readFile(name).then(() => {
      this.exitWithError();
    });
  }
}

// What only names it does not end anything.
export async function describe(zone) {
  const text = readFileSync('zone.txt', 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
  return text + zone.exits() + (zone.isOpen ? '' : zone.exit);
}

function store(state, done) {
  writeFileSync('state.json', state);
  done();
}

createServer((req, res) => {
  // Nobody is served any more.
  if (req.url === '/stop') store('stopped', () => process.exit(0));
  if (req.url === '/store') store('stored', () => res.end()); // expect: blocking-io@warning node:fs.writeFileSync
}).listen(80);
