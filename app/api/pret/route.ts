import { checkReadiness } from "@/lib/web/readiness";

/** Readiness: 200 when the portal can serve, 503 with what is missing otherwise. No secret, no address. */
export async function GET(): Promise<Response> {
  const { isReady, ...details } = await checkReadiness();
  const headers = { "cache-control": "no-store", ...(isReady ? {} : { "retry-after": "5" }) };
  return Response.json(
    { etat: isReady ? "pret" : "indisponible", ...details },
    { status: isReady ? 200 : 503, headers },
  );
}
