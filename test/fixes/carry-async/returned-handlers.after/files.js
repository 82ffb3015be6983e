'use strict';

const fs = require('fs');

exports.list = (config) => async (req, res) => {
  res.json(await fs.promises.readdir(config.root));
};

exports.none = (req, res) => {
  res.end();
};
