const lib = require('some-lib');

module.exports = async () => lib.load('x'); // ok: a dependency is not analysed, and its catalog says nothing
