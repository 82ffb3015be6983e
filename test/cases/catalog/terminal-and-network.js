const request = require('sync-request');
const prompt = require('prompt-sync')();
const readlineSync = require('readline-sync');

module.exports = async function () {
  const name = readlineSync.question('Name? '); // expect: blocking-io readline-sync.question
  const age = prompt('Age? '); // expect: blocking-io
  return request('GET', `http://localhost/${name}/${age}`).getBody(); // expect: blocking-io sync-request
};
