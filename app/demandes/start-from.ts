import type { Route } from "next";
import { headers } from "next/headers";
import { startDemande, type StartRefusal } from "@/lib/demandes/commands/start-demande";
import { done, type Result } from "@/lib/shared/result";
import { addressKey } from "@/lib/web/route/client-address";
import type { Guest, Visitor } from "@/lib/web/session/current-actor";
import { withReturn } from "@/lib/web/route/return-path";

type Started = Result<{ to: Route }, Exclude<StartRefusal, "account_required">>;
type Start = { slug: string; ownDevice?: "yes" };

/** Opens the draft, or the sign-in page where an account is needed; that page comes back to the démarche. */
export async function startFrom(actor: Guest, { slug, ownDevice }: Start): Promise<Started> {
  const asked = { slug, isOwnDevice: ownDevice === "yes" };
  const result = await startDemande(actor, asked, addressKey(await headers()));
  if (result.ok) return done({ to: `/demandes/${result.value.demandeId}/demarche` as Route });
  return result.reason === "account_required" ? signInFor(slug) : { ...result, reason: result.reason };
}

/** Opens the draft of the account, or the sign-in page. */
export async function startWithAccount(visitor: Visitor, { slug }: Start): Promise<Started> {
  return visitor.kind === "citizen" ? startFrom(visitor, { slug }) : signInFor(slug);
}

function signInFor(slug: string): Started {
  return done({ to: withReturn("/connexion", `/demarches/${slug}`) });
}
