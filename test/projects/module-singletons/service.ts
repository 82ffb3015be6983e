import { logger, Logger, createLogger } from './index';

const own = createLogger();

export async function serve() {
  logger.info('a'); // expect: blocking-io node:fs.appendFileSync
  own.info('b'); // expect: blocking-io node:fs.appendFileSync
  own.child().info('c'); // expect: blocking-io node:fs.appendFileSync
  Logger.get().info('d'); // expect: blocking-io node:fs.appendFileSync
}
