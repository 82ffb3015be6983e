const fs = require('fs');

exports.save = (request, response) => {
  fs.writeFileSync('last.json', JSON.stringify(request.headers)); // refused: tests
  response.end();
};

exports.show = async (request, response) => {
  if (await fs.promises.access('shown').then(() => true, () => false)) fs.writeFileSync('shown', 'again'); // refused: tests
  response.end(await fs.promises.readFile('page.html', 'utf8'));
};
