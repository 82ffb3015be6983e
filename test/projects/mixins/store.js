class Store {
  constructor() {
    this.path = 'store.json';
  }
}

require('./persistence')(Store);
require('./statistics')(Store, 1);

const registry = { stores: [] };
require('./listing')(registry);

module.exports = { Store, registry };
