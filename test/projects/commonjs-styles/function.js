module.exports = function wipe(dir) {
  require('fs').rmSync(dir);
};
module.exports.soft = (dir) => require('fs').renameSync(dir, dir + '.old');
