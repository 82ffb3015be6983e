'use strict';

const glob = require('glob');
const mkdirp = require('mkdirp');
const rimraf = require('rimraf');
const which = require('which');

exports.build = async function () {
  rimraf.sync('dist');
  mkdirp.sync('dist');
  return glob.sync('src/**/*.js').concat(glob.sync('lib/**/*.js'), which.sync('node'));
};
