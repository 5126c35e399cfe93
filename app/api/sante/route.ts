/** Liveness: this process answers. It asks nothing of the database, so that a slow database restarts nobody. */
export function GET(): Response {
  return Response.json({ etat: "ok" }, { headers: { "cache-control": "no-store" } });
}
