const { load } = require('../shared');
const { render } = require('./render');

module.exports = async (page) => render(await load(page)); // ok: on a thread
