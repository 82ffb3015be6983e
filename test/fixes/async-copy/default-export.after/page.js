const load = require('./load');

exports.length = async (file) => (await load.loadAsync(file)).length;
