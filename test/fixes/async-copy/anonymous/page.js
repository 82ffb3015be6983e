const readConfig = require('./read-config');

class Settings {
  constructor(file) {
    Object.assign(this, readConfig(file));
  }
}

exports.Settings = Settings;
exports.name = async (file) => readConfig(file).name;
