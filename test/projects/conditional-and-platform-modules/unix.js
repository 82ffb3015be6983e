const { execSync } = require('child_process');
exports.kill = (pid) => execSync(`kill ${pid}`);
exports.list = () => require('fs').promises.readdir('/proc');
