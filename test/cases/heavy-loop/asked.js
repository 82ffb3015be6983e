const async = require('async');
const posts = require('./posts');

// What steps of the project hand on is mostly one page of what is stored.
exports.authors = function (ids, callback) {
  async.waterfall(
    [
      (next) => posts.read(ids, next),
      (found, next) => {
        const authors = [];
        found.forEach((post) => {
          if (authors.indexOf(post.author) === -1) authors.push(post.author); // ok: see above
        });
        next(null, authors);
      },
    ],
    callback,
  );
};

// Who is asked for something need not be as large as the answer.
exports.Names = class {
  async remove(request) {
    const names = request.getBodyArray('names', []);
    const known = await this.ask('list');
    return known.filter((name) => names.includes(name)); // ok: see above
  }
};
