const glob = require('glob');
const rimraf = require('rimraf');

exports.build = async function () {
  rimraf.sync('dist');
  return glob.sync('src/**/*.js');
};
