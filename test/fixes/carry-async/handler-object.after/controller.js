const fs = require('fs');

function create(folder) {
  async function get(request, response) {
    response.send(await read(request.params.name));
  }

  async function read(name) {
    return await fs.promises.readFile(`${folder}/${name}`, 'utf8');
  }

  return { get };
}

module.exports = { create };
