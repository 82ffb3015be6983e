const load = require('./load');

exports.length = async (file) => load(file).length;
