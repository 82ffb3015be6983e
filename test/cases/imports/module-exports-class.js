'use strict'
const { readFileSync } = require('fs')

module.exports = class Templates {
  constructor (dir) { this.dir = dir }
  async get (name) {
    return readFileSync(`${this.dir}/${name}`) // expect: blocking-io node:fs.readFileSync
  }
}

module.exports.Templates = module.exports
