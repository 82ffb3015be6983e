const Hapi = require('@hapi/hapi');

const start = async () => {
  const server = Hapi.server({ port: 3000 });
  await server.register([require('./pages'), { plugin: require('./users'), options: {} }]);
  await server.register({ plugin: { name: 'health', register: health } });
  await server.start();
};

async function health(server) {
  require('fs').readdirSync('checks'); // ok: start-up
  server.route({ method: 'GET', path: '/health', handler: () => require('fs').readFileSync('health') }); // expect: blocking-io
}

start();
