const assert = require('assert');
const handle = require('../src/server');

it('answers', () => {
  const response = {
    end(text) {
      this.text = text;
    },
  };
  const request = {
    on(event, listener) {
      if (event === 'end') listener();
    },
  };
  handle(request, response);
  assert.equal(response.text, 'page');
});
