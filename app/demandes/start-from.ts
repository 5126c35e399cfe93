import type { Route } from "next";
import { headers } from "next/headers";
import { startDemande } from "@/lib/demandes/commands/start-demande";
import { done, type Result } from "@/lib/shared/result";
import { addressKey } from "@/lib/web/client-address";
import { citizenOrGuest, currentCitizen } from "@/lib/web/current-actor";
import { withReturn } from "@/lib/web/return-path";

type Start = { slug: string; account?: "yes"; ownDevice?: "yes" };
type Refusal =
  "not_open_yet" | "closed" | "quota_reached" | "personal_quota_reached" | "too_many_drafts" | "address_full";

/** Opens the draft, or the sign-in page when an account is wanted or needed; that page comes back to the démarche. */
export async function startFrom({ slug, account, ownDevice }: Start): Promise<Result<{ to: Route }, Refusal>> {
  const signIn = done({ to: withReturn("/connexion", `/demarches/${slug}`) });
  if (account === "yes" && !(await currentCitizen())) return signIn;
  const isOwnDevice = ownDevice === "yes";
  const result = await startDemande(
    await citizenOrGuest(isOwnDevice),
    { slug, isOwnDevice },
    addressKey(await headers()),
  );
  if (result.ok) return done({ to: `/demandes/${result.value.demandeId}/demarche` as Route });
  return result.reason === "account_required" ? signIn : { ...result, reason: result.reason };
}
