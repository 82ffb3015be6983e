export async function lazy(file) {
  const { readFileSync, default: whole } = await import('node:fs');
  const zlib = await import('zlib');
  whole.rmSync('cache', { recursive: true }); // expect: blocking-io node:fs.rmSync
  return zlib.deflateSync(readFileSync(file)); // expect: heavy-call node:zlib.deflateSync, blocking-io node:fs.readFileSync
}

export function viaThen(file) {
  return import('node:fs').then((fs) => fs.readFileSync(file)); // expect: blocking-io node:fs.readFileSync
}

export function viaThenDestructured(command) {
  return import('node:child_process').then(({ execSync }) => execSync(command)); // expect: blocking-io node:child_process.execSync
}

export const member = async () => (await import('node:fs')).existsSync('.env'); // expect: blocking-io node:fs.existsSync
