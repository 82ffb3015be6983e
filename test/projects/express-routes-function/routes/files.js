const router = require('express').Router();
const fs = require('fs');

router.get('/:name', async (req, res) => {
  res.send(fs.readFileSync(req.params.name)); // expect: blocking-io node:fs.readFileSync
});

module.exports = router;
