const glob = require('glob');
const { globSync } = require('glob');
const fg = require('fast-glob');
const rimraf = require('rimraf');
const mkdirp = require('mkdirp');
const spawn = require('cross-spawn');
const which = require('which');
const fse = require('fs-extra');
const gfs = require('graceful-fs');
const shell = require('shelljs');

exports.build = async (dir) => {
  glob.sync('**/*.js'); // expect: blocking-io glob.sync
  globSync('**/*.js'); // expect: blocking-io glob.globSync
  fg.sync('src/**'); // expect: blocking-io fast-glob.sync
  rimraf.sync(dir); // expect: blocking-io rimraf.sync
  mkdirp.sync(dir); // expect: blocking-io mkdirp.sync
  spawn.sync('npm', ['ci']); // expect: blocking-io cross-spawn.sync
  which.sync('node'); // expect: blocking-io which.sync
  fse.copySync('a', 'b'); // expect: blocking-io fs-extra.copySync
  fse.readFileSync('a'); // expect: blocking-io
  gfs.readFileSync('a'); // expect: blocking-io
  shell.rm('-rf', dir); // expect: blocking-io shelljs.rm
  await fse.copy('a', 'b');
  await fg('src/**');
};
