const fs = process.getBuiltinModule('node:fs');

export async function motd() {
  return fs.readFileSync('/etc/motd', 'utf8'); // expect: blocking-io node:fs.readFileSync
}
