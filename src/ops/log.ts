import { pino, type Logger } from 'pino';

import type { Config } from '../config.ts';

/** One line of JSON an event, to standard output: ids and codes, never what a person wrote. */
export const createLog = (level: Config['logLevel']): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
