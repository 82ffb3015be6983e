import fs from 'node:fs'

export async function run() {
  fs.writeFileSync('a', 'text')
  let last = ''
  fs.readdirSync('.').forEach((name) => { last = name > last ? name : last })
  const size = 1
  fs.readFileSync('a', 'utf8').trim()
  return last.length > 0 && size
}
