const { execSync } = require('child_process');
exports.kill = (pid) => execSync(`taskkill /pid ${pid}`);
exports.list = () => require('fs').promises.readdir('C:/');
