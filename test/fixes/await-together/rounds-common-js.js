const fs = require('fs')

exports.run = async function () {
  const files = fs.readdirSync('.').filter(name => name.endsWith('.mjs'))
  const sizes = []
  for (const file of files) {
    const { size } = await fs.promises.stat(file)
    sizes.push(size > 0)
  }
  return sizes
}
