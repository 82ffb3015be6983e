import fs = require('fs');
import cp = require('child_process');
import path = require('path');

class Archive {
  constructor(private readonly root: string) {}

  async open(name: string) {
    const file = path.join(this.root, name);
    cp.execFileSync('gunzip', [file]); // expect: blocking-io node:child_process.execFileSync
    return fs.openSync(file.replace(/\.gz$/, ''), 'r'); // expect: blocking-io node:fs.openSync
  }
}

export = Archive;
