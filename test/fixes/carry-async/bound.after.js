'use strict';

const fs = require('fs');

function Store(folder) {
  this.folder = folder;
}

Store.prototype.sizes = function (names, done) {
  fs.readdir(
    this.folder,
    async function (error, found) {
      const sizes = await Promise.all(names.filter((name) => found.includes(name)).map(
        async function (name) {
          return (await fs.promises.stat(this.folder + '/' + name)).size > 0;
        }.bind(this),
      ));
      done(error, sizes);
    }.bind(this),
  );
};

Store.prototype.later = function (name, done) {
  const read = async function () {
    done((await fs.promises.readFile(this.folder + '/' + name, 'utf8')).includes('Store'));
  };
  setTimeout(read.bind(this), 1);
};

Store.prototype.each = function (names, done) {
  setTimeout(
    function () {
      let found = 0;
      names.forEach( // refused: synchronous callback
        function (name) {
          if (fs.existsSync(this.folder + '/' + name)) found++;
        }.bind(this),
      );
      done(found);
    }.bind(this),
    1,
  );
};

exports.run = async () => {
  const name = __filename.slice(__dirname.length + 1);
  const store = new Store(__dirname);
  const sizes = await new Promise((resolve) => store.sizes([name, 'none'], (_, all) => resolve(all)));
  const later = await new Promise((resolve) => store.later(name, resolve));
  const each = await new Promise((resolve) => store.each([name, 'none'], resolve));
  return { sizes, later, each };
};
