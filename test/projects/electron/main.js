const { app, ipcMain } = require('electron');
const files = require('./files');

app.on('ready', () => files.restore()); // ok: start-up
ipcMain.handle('open', (event, path) => files.open(path)); // expect: blocking-io@warning node:fs.readFileSync
app.on('before-quit', () => files.persist()); // ok: the process is about to end
