#!/usr/bin/env node
const fs = require('fs');
const app = require('../app');
const port = fs.existsSync('.port') ? fs.readFileSync('.port', 'utf8') : 3000; // ok: start-up
app.listen(port);
