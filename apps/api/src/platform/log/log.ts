import { pino, type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** Names whose values never reach a log, wherever they stand. */
const SECRET_NAMES = ["password", "token", "secret", "authorization", "cookie", "email"];

const REDACTED_PATHS = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]).concat(
  'req.headers["set-cookie"]',
);

/** One JSON line an event; a request's lines share its `requestId`. */
export function createLog(options: { level: string; destination?: DestinationStream }): Log {
  const settings = {
    level: options.level,
    base: null,
    redact: { paths: REDACTED_PATHS, censor: "[redacted]" },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
