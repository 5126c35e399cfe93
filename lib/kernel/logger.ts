import pino from "pino";
import { env } from "./env";

/** One JSON line per event. Only identifiers and codes: never a name, an address, a token or a text that someone typed. */
let instance: pino.Logger | undefined;

export function logger(): pino.Logger {
  instance ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["email", "password", "token", "*.email", "*.password", "*.token"],
  });
  return instance;
}
