import fs from 'node:fs'

export async function run() {
  await fs.promises.writeFile('a', 'text')
  let last = ''
  ;(await fs.promises.readdir('.')).forEach((name) => { last = name > last ? name : last })
  const size = 1
  ;(await fs.promises.readFile('a', 'utf8')).trim()
  return last.length > 0 && size
}
