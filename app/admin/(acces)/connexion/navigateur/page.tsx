import { redirect } from "next/navigation";
import { AskLetterPage } from "@/app/(acces)/ask-letter-page";
import { EmailField } from "@/components/ui/fields/email-field";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { currentAgent } from "@/lib/web/session/current-actor";
import { askBrowserLinkAction } from "./actions";

/** Where an agent goes when strangers guess at the password, or from a new computer (docs/decisions/029). */
export default async function AskBrowserLinkPage({ searchParams }: PageProps<"/admin/connexion/navigateur">) {
  if (await currentAgent()) redirect("/admin");
  return (
    <AskLetterPage
      page="/admin/connexion/navigateur"
      signIn={{ href: "/admin/connexion", label: "Espace agents" }}
      title="Faire reconnaître ce navigateur"
      lead="Quelqu’un fait de mauvais essais sur votre compte d’agent, et le portail vous demande d’attendre ? Recevez un lien par courriel et ouvrez-le avec ce navigateur : ces essais ne vous arrêteront plus. Votre mot de passe et votre second facteur vous seront toujours demandés."
      action={askBrowserLinkAction}
      isAsked={(await searchParams).envoye === "oui"}
      sentText={`Si cette adresse est celle d’un agent du portail, un lien vient de lui être envoyé. Il est valable ${tokenLifetime("agent_browser")} : ouvrez-le avec le navigateur où vous voulez vous connecter.`}
      fields={<EmailField name="email" label="Courriel" autoComplete="username" />}
    />
  );
}
