;(function (root, factory) {
  if (typeof define === 'function' && define.amd) define(['exports'], factory)
  else if (typeof exports === 'object') factory(exports)
  else factory((root.lib = {}))
})(this, function (exports) {
  exports.load = async function (file) {
    const fs = require('fs')
    return fs.readFileSync(file) // expect: blocking-io node:fs.readFileSync
  }
})
