import { listCommunes } from "@/lib/web/page/communes";
import { routeGuard } from "@/lib/web/route/route-guard";

/** `?codePostal=80000` → the communes that it serves, from the official list. */
export const GET = routeGuard({ name: "communes" }, async (request: Request) => {
  const code = new URL(request.url).searchParams.get("codePostal") ?? "";
  return Response.json(
    { communes: await listCommunes(code) },
    { headers: { "cache-control": "public, max-age=86400" } },
  );
});
