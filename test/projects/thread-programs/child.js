// A process of its own may serve, too.
const express = require('express');
const routes = require('./child-routes');

const app = express();
app.use(routes);
app.listen(8081);
