'use strict';

const glob = require('glob');
const mkdirp = require('mkdirp');
const rimraf = require('rimraf');
const which = require('which');
const { promisify } = require('node:util');

const rimrafAsync = promisify(rimraf);
const globAsync = promisify(glob);
const whichAsync = promisify(which);

exports.build = async function () {
  await rimrafAsync('dist');
  await mkdirp('dist');
  return (await globAsync('src/**/*.js')).concat(await globAsync('lib/**/*.js'), await whichAsync('node'));
};
