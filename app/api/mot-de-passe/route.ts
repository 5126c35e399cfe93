import { passwordCheckSchema } from "@/lib/shared/new-password";
import { isGoodPassword } from "@/lib/web/form/password-strength";
import { readJson } from "@/lib/web/route/read-json";
import { routeGuard } from "@/lib/web/route/route-guard";

/**
 * The last tick of a new password: { password, words } → { isGood }. Asked while one types, kept nowhere. The dictionaries that
 * judge it weigh more than all our pages together.
 */
export const POST = routeGuard({ name: "mot-de-passe", limit: { max: 120, windowSeconds: 60 } }, async (request) => {
  const input = passwordCheckSchema.safeParse(await readJson(request, 16 * 1024));
  if (!input.success) return answer({ reason: "malformed" }, 400);
  return answer({ isGood: await isGoodPassword(input.data) }, 200);
});

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
