module.exports = {
  get object() { return require('./object'); },
};
