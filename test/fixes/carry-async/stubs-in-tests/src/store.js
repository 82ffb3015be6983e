const fs = require('fs');

exports.save = (request, response) => {
  fs.writeFileSync('last.json', JSON.stringify(request.headers)); // refused: tests
  response.end();
};

exports.show = (request, response) => {
  if (fs.existsSync('shown')) fs.writeFileSync('shown', 'again'); // refused: tests
  response.end(fs.readFileSync('page.html', 'utf8'));
};
