const express = require('express');
const app = express();

require('./routes/users')(app);
require('./routes/admin').register(app, { dir: 'admin' });
app.use('/files', require('./routes/files'));

module.exports = app;
