import { changeLogo } from "@/lib/organisation/commands/change-portal";
import { logoLimits, logoRefusals, type LogoRefusal } from "@/lib/organisation/schema/portal";
import { forgetCached } from "@/lib/web/page/cache";
import { currentAgent } from "@/lib/web/session/current-actor";
import { flash } from "@/lib/web/form/flash";
import { missing } from "@/lib/web/page/missing";
import { readMultipart, type ReadFile } from "@/lib/web/upload/multipart";
import { routeGuard } from "@/lib/web/route/route-guard";
import { keepSentFiles, sendingSchema, stillSaid } from "@/lib/web/upload/upload-outcomes";

const page = "/admin/reglages/ville";
const limits = { fileBytes: logoLimits.bytes, files: 1 };

/** The town's logo, from an administrator: a plain form that comes back to its page, or a script that reads JSON. */
export const POST = routeGuard({ name: "logo-envoi", limit: { max: 30, windowSeconds: 60 } }, async (request) => {
  const actor = await currentAgent();
  if (actor?.kind !== "admin") missing();
  const { fields, files, whole } = await readMultipart<string, LogoRefusal>(request, limits, (part, texts) =>
    changeLogo(actor, part.bytes, texts.version ?? ""),
  );
  if (files.some(({ result }) => result.ok)) forgetCached("portal");
  const refusal = whole.ok ? refusalOf(files) : whole.reason;
  const headers = { "cache-control": "no-store" };
  const outcomes = refusal
    ? [{ name: files[0]?.filename ?? "", refusal: logoRefusals[refusal] }]
    : files.map(({ filename, result }) => ({ name: filename, refusal: null, ...(result.ok && { id: result.value }) }));
  if (request.headers.get("accept")?.includes("application/json"))
    return Response.json({ ok: !refusal, reason: refusal, outcomes }, { status: refusal ? 422 : 200, headers });
  if (!refusal) await flash("Le logo est enregistré.", page);
  const { search } = await keepSentFiles(pageWith(fields.envoi), "", outcomes, fields.note);
  return new Response(null, { status: 303, headers: { ...headers, location: `${page}${search}` } });
});

/** The page, with the sending that it spoke of: what was said there is still. */
function pageWith(envoi = ""): URL {
  const { success, data } = sendingSchema.safeParse(envoi);
  return new URL(`${page}${success ? stillSaid(data) : ""}`, "http://portail.invalid");
}

function refusalOf(files: readonly ReadFile<string, LogoRefusal>[]): LogoRefusal | null {
  if (files.length === 0) return "no_file";
  for (const { result } of files) if (!result.ok) return result.reason;
  return null;
}
