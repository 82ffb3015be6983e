const fs = require('fs');

function create(folder) {
  function get(request, response) {
    response.send(read(request.params.name));
  }

  function read(name) {
    return fs.readFileSync(`${folder}/${name}`, 'utf8');
  }

  return { get };
}

module.exports = { create };
