const { Router } = require('express');

const router = Router();

// A module is loaded when it is first asked for: found, read and compiled, all synchronously. At the top of a file
// that happens at start-up; in a handler it happens while requests wait.
router.get('/:isbn', (request, response) => {
  const { renderLabel } = require('../lib/label.cjs');
  response.type('text').send(renderLabel(request.params.isbn));
});

module.exports = router;
