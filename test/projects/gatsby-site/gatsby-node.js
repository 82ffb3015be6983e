const { readFileSync } = require('node:fs');

exports.createPages = async ({ actions }) => {
  actions.createPage({ path: '/', context: JSON.parse(readFileSync('pages.json', 'utf8')) }); // expect: blocking-io@hint
};
