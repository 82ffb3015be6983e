'use strict';

const fs = require('fs');

exports.list = (config) => (req, res) => {
  res.json(fs.readdirSync(config.root));
};

exports.none = (req, res) => {
  res.end();
};
