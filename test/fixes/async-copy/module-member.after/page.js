const loader = require('./load');

exports.length = async (file) => (await loader.loadAsync(file)).length;
