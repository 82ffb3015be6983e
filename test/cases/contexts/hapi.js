'use strict';

const Hapi = require('@hapi/hapi');
const Fs = require('fs');

const init = async () => {

    const server = Hapi.server({ port: 3000, tls: { key: Fs.readFileSync('key.pem') } }); // ok: start-up

    server.route({
        method: 'GET',
        path: '/',
        handler: (request, h) => {

            return h.response(Fs.readFileSync('index.html')); // expect: blocking-io node:fs.readFileSync
        }
    });

    server.route([
        { method: 'GET', path: '/a', options: { handler: () => Fs.readdirSync('a') } }, // expect: blocking-io node:fs.readdirSync
        { method: 'GET', path: '/b', handler: internals.list }
    ]);

    server.ext('onPreResponse', (request, h) => {

        Fs.appendFileSync('out.log', request.path); // expect: blocking-io node:fs.appendFileSync
        return h.continue;
    });

    await server.start();
};

const internals = {};

internals.list = (request, h) => Fs.readdirSync('b'); // expect: blocking-io node:fs.readdirSync

init();
