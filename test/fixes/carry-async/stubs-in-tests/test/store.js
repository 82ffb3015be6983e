const fs = require('fs');
const sinon = require('sinon');
const store = require('../src/store');

describe('store', () => {
  before(() => {
    sinon.stub(fs, 'writeFileSync');
  });

  it('saves', () => {
    store.save({ headers: {} }, { end() {} });
    fs.writeFileSync.called.should.equal(true);
  });
});
