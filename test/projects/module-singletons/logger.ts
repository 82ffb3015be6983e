import fs from 'node:fs';

class Logger {
  private static instance: Logger | undefined;

  static get() {
    return (this.instance ??= new Logger());
  }

  info(line: string) {
    fs.appendFileSync('app.log', `${line}\n`);
  }

  child() {
    return this;
  }
}

export const logger = new Logger();
export default Logger;
export const createLogger = () => new Logger();
