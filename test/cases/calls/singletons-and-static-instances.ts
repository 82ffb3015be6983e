import fs from 'node:fs';

export class Config {
  private static instance: Config;
  private values: Record<string, string> = {};

  private constructor() {
    this.values = JSON.parse(fs.readFileSync('config.json', 'utf8'));
  }

  static getInstance(): Config {
    if (!Config.instance) {
      Config.instance = new Config();
    }
    return Config.instance;
  }

  save() {
    fs.writeFileSync('config.json', JSON.stringify(this.values));
  }
}

export async function handle() {
  const config = Config.getInstance(); // expect: blocking-io@information node:fs.readFileSync
  config.save(); // expect: blocking-io node:fs.writeFileSync
}
