const loader = require('./load');

exports.length = async (file) => loader.load(file).length;
