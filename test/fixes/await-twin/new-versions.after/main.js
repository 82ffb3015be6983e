const glob = require('glob');
const rimraf = require('rimraf');

exports.build = async function () {
  await rimraf.rimraf('dist');
  return await glob.glob('src/**/*.js');
};
