const { app, ipcMain, dialog, BrowserWindow } = require('electron');
const fs = require('fs');

app.whenReady().then(() => {
  const bounds = JSON.parse(fs.readFileSync('window.json', 'utf8')); // ok: start-up, the window does not exist yet
  new BrowserWindow(bounds).loadFile('index.html');
});

ipcMain.handle('open', async (event, file) => {
  return fs.readFileSync(file, 'utf8'); // expect: blocking-io node:fs.readFileSync
});

ipcMain.on('save', (event, file, text) => {
  fs.writeFileSync(file, text); // expect: blocking-io node:fs.writeFileSync
});

ipcMain.handle('choose', () => dialog.showOpenDialogSync({})); // expect: blocking-io@error electron.dialog.showOpenDialogSync
