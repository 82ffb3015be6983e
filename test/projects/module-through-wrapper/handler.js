exports.handler = async (name) => require('./load')(name); // expect: blocking-io node:fs.readFileSync
