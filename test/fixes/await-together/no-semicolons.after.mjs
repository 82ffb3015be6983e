import { readFile, stat } from 'node:fs/promises'

export async function run() {
  let text
  let info
  const wanted = 'harness.mjs'
  ;[text, info] = await Promise.all([readFile(wanted, 'utf8'), stat(wanted)])
  if (!text) return []
  const [first, second] = await Promise.all([
    readFile('harness.mjs', 'utf8'),
    stat('harness.mjs'),
  ])
  return [text.length === info.size, first.length === second.size]
}
