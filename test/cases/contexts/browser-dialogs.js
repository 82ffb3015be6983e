import { io } from 'socket.io-client';

const expiry = Date.now() + 3_600_000;
const socket = io();

document.querySelector('#leave').addEventListener('click', () => {
  if (confirm('Leave?')) socket.close(); // expect: blocking-io@hint global.confirm
});

// What comes unasked stops whoever is doing something else.
setInterval(() => {
  if (Date.now() > expiry && confirm('Stay?')) location.reload(); // expect: blocking-io@information global.confirm
}, 60_000);

socket.on('note', (text) => {
  alert(text); // expect: blocking-io@information global.alert
});
