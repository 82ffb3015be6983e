const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');
const fs = require('fs');

const { files } = grpc.loadPackageDefinition(protoLoader.loadSync('files.proto')); // ok: at the start

function get(call, callback) {
  callback(null, { data: fs.readFileSync(call.request.path) }); // expect: blocking-io@warning
}

const server = new grpc.Server();
server.addService(files.Files.service, {
  get,
  list: (call, callback) => callback(null, fs.readdirSync(call.request.path)), // expect: blocking-io@warning
});
