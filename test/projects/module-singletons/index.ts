export { logger, default as Logger, createLogger } from './logger';
