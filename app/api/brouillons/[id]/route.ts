import { saveField } from "@/lib/demandes/commands/save-field";
import { saveFieldSchema } from "@/lib/demandes/schema/citizen";
import { currentVisitor } from "@/lib/web/session/current-actor";
import { readJson } from "@/lib/web/route/read-json";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ id: string }> };

/** Autosave of one field: { path, value, edition } → { edition, savedAt, error }. */
export const PATCH = routeGuard<Context>({ name: "brouillons" }, async (request, { params }) => {
  const { id } = await params;
  const input = saveFieldSchema.safeParse({ ...(await readJson(request, 64 * 1024)), demandeId: id });
  if (!input.success) return answer({ reason: "malformed" }, 400);
  const saved = await saveField(await currentVisitor(), input.data);
  if (saved.ok) return answer(saved.value, 200);
  const isConflict = saved.reason === "stale" || saved.reason === "not_editable";
  return answer({ reason: saved.reason }, isConflict ? 409 : 422);
});

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
