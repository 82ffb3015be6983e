const express = require('express');
const { newKey, newSecret } = require('./secret');

const app = express();
let secret;
app.post('/keys', async (request, response) => {
  response.send(await newKey(request.store));
});

(async () => {
  secret = await newSecret();
  app.listen(8080);
})();
