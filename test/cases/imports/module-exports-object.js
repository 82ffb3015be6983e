const fs = require('fs')
const path = require('path')

function slug (s) { return s.toLowerCase() }

module.exports = {
  slug,
  async render (name, data) {
    const tpl = fs.readFileSync(path.join('views', name), 'utf8') // expect: blocking-io node:fs.readFileSync
    return tpl.replace(/{{(\w+)}}/g, (_, k) => data[k])
  },
  list: async function () {
    return fs.readdirSync('views') // expect: blocking-io node:fs.readdirSync
  },
  exists: async name => fs.existsSync(path.join('views', name)), // expect: blocking-io node:fs.existsSync
  slugSync: name => slug(name)
}
