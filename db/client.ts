import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { hideValuesInErrors } from "./query-failed";
import * as schema from "./schema/all";

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };

export type DatabaseOptions = {
  /** Connections in the pool. */
  max?: number;
  /** Longest time one statement may run, in milliseconds; 0 for no limit (migrations, exports). */
  statementTimeout?: number;
  /** Longest wait for a connection to open, in seconds. */
  connectTimeout?: number;
  /** Longest wait for a lock, in milliseconds; as long as a statement when left out. */
  lockTimeout?: number;
  /** Called each time one of its connections closes, whatever closed it. */
  onClose?: () => void;
};

/**
 * Opens a pool on `url`. The postgres.js client belongs to drizzle from then on (it changes how dates are read):
 * whoever needs raw postgres.js opens another one.
 */
export function createDatabase(url: string, options: DatabaseOptions = {}): Database {
  const { max = 10, connectTimeout = 5, statementTimeout = 2_500, lockTimeout = statementTimeout } = options;
  const { onClose = () => undefined } = options;
  hideValuesInErrors();
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: connectTimeout,
    onnotice: () => undefined,
    onclose: onClose,
    // What it would ask by itself at each connection, no column of ours being an array: a refusal of it is heard by nobody.
    fetch_types: false,
    connection: {
      application_name: "parvis",
      TimeZone: "UTC",
      statement_timeout: statementTimeout,
      lock_timeout: lockTimeout,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return drizzle(client, { schema });
}
