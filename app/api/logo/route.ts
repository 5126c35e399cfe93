import { changeLogo } from "@/lib/organisation/commands/change-portal";
import { logoLimits, logoRefusals, type LogoRefusal } from "@/lib/organisation/schema/portal";
import { forgetCached } from "@/lib/web/cache";
import { currentAgent } from "@/lib/web/current-actor";
import { flash } from "@/lib/web/flash";
import { missing } from "@/lib/web/missing";
import { readMultipart } from "@/lib/web/multipart";
import { routeGuard } from "@/lib/web/route-guard";

const page = "/admin/reglages/ville";
const limits = { fileBytes: logoLimits.bytes, files: 1 };
/** The town's logo, from an administrator: a plain form that comes back to its page, or a script that reads JSON. */
export const POST = routeGuard({ name: "logo-envoi", limit: { max: 30, windowSeconds: 60 } }, async (request) => {
  const actor = await currentAgent();
  if (actor?.kind !== "admin") missing();
  let count = 0;
  const { result } = await readMultipart(request, limits, async ({ bytes }) => {
    const changed = await changeLogo(actor, bytes);
    if (changed.ok) count += 1;
    return changed;
  });
  if (count > 0) forgetCached("portal");
  const refusal: LogoRefusal | null = result.ok ? (count > 0 ? null : "no_file") : result.reason;
  const headers = { "cache-control": "no-store" };
  if (request.headers.get("accept")?.includes("application/json")) {
    if (!refusal) return Response.json({ ok: true }, { headers });
    return Response.json({ ok: false, reason: refusal, message: logoRefusals[refusal] }, { status: 422, headers });
  }
  if (!refusal) await flash("Le logo est enregistré.", page);
  const location = refusal ? `${page}?refus=${refusal}#logo` : page;
  return new Response(null, { status: 303, headers: { ...headers, location } });
});
