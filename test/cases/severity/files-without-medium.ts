// What the kernel makes up is read at once: there is no medium to wait for.
import fs from 'node:fs';

export async function load(): Promise<string> {
  return fs.readFileSync('/proc/loadavg', 'utf8'); // expect: blocking-io@information node:fs.readFileSync
}

export async function state(pid: number): Promise<string> {
  return fs.readFileSync(`/proc/${pid}/stat`, 'utf8'); // expect: blocking-io@information node:fs.readFileSync
}

export async function speed(name: string): Promise<string> {
  return fs.readFileSync('/sys/class/net/' + name + '/speed', 'utf8'); // expect: blocking-io@information node:fs.readFileSync
}

export async function note(name: string): Promise<string> {
  return fs.readFileSync(`/var/notes/${name}`, 'utf8'); // expect: blocking-io@warning node:fs.readFileSync
}
