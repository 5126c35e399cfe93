/**
 * Codes by which Postgres (class 57: shut down, starting; 53: no connection left; 08: connection lost), the client or the network
 * say that the database does not answer, whatever was asked.
 */
const away =
  /^(57P0[1-3]|53300|08\w{3}|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED|CONNECT_TIMEOUT)|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)$/;

/** Whether a failure means that the database is away, so that the same request may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: unknown };
  // These codes of the network mean something else when a file or another service was asked.
  if (typeof code === "string" && away.test(code) && (name === "QueryFailed" || isFromClient(error))) return true;
  return cause !== error && isDatabaseAway(cause);
}

/** postgres.js names the query or the server that it wrote to. */
function isFromClient(error: object): boolean {
  return "query" in error || ("address" in error && "port" in error) || error.constructor.name === "PostgresError";
}
