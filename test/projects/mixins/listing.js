const fs = require('fs');

module.exports = (registry) => {
  registry.load = () => fs.readFileSync('stores.json', 'utf8');
  registry.name = 'stores';
};
