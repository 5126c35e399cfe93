"use server";

import { redirect } from "next/navigation";
import { signOut } from "@/lib/accounts/commands/open-session";
import { signOutAgent } from "@/lib/staff/commands/end-agent-sessions";
import { findProviderToken } from "@/lib/accounts/queries/find-identity";
import { dropSecret } from "@/lib/web/session/auth";
import { currentAgent, currentCitizen } from "@/lib/web/session/current-actor";
import { flash } from "@/lib/web/form/flash";
import { dropProved, prepareProviderExit } from "@/lib/web/identity/france-connect";
import { leaveGuestKey } from "@/lib/web/session/guest";
import { forgetList } from "@/lib/web/page/last-list";
import { isFromOwnPage } from "@/lib/web/form/from-own-page";

/**
 * « Se déconnecter », on the citizens' side. The session ends on the server: its cookie opens nothing any more, nor does what was
 * opened without account in this browser. A session that FranceConnect opened ends there too, by a page of ours: the policy of
 * the pages forbids a form to lead elsewhere.
 */
export async function signOutAction(): Promise<void> {
  const isOurs = await isFromOwnPage();
  const citizen = isOurs ? await currentCitizen() : null;
  if (isOurs) await leaveGuestKey(citizen);
  if (citizen) {
    const providerToken = await findProviderToken(citizen);
    await signOut(citizen);
    await dropSecret("session");
    await dropProved();
    if (await prepareProviderExit(providerToken, "session")) redirect("/deconnexion/franceconnect");
    await flash("Vous êtes déconnecté.", "/");
  }
  redirect("/");
}

/** « Se déconnecter », on the agents' side: the session ends on the server. */
export async function signOutAgentAction(): Promise<void> {
  const agent = (await isFromOwnPage()) ? await currentAgent() : null;
  if (agent) {
    await signOutAgent(agent);
    await dropSecret("agent");
    await forgetList();
    await flash("Vous êtes déconnecté.", "/admin/connexion");
  }
  redirect("/admin/connexion");
}
