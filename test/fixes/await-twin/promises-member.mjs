import { promises as fsp, readFileSync, writeFileSync } from 'fs'

export async function run() {
  writeFileSync('a', 'text')
  const { size } = await fsp.stat('a')
  return readFileSync('a', 'utf8') + size
}
