import { promises as fsp } from 'fs'

export async function run() {
  await fsp.writeFile('a', 'text')
  const { size } = await fsp.stat('a')
  return (await fsp.readFile('a', 'utf8')) + size
}
