const { readFileSync } = require('node:fs');
const { Router } = require('express');

const router = Router();
router.get('/child', (request, response) => {
  response.send(readFileSync('child')); // expect: blocking-io@warning node:fs.readFileSync
});
module.exports = router;
