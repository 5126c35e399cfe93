import { FrozenAccount } from "@/app/(acces)/frozen-account";
import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { Prose } from "@/components/ui/prose";
import { findRecoveryStop } from "@/lib/accounts/queries/find-recovery-stop";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { firstOf } from "@/lib/web/page/first-of";
import { stopRecoveryAction } from "./actions";
import { DecidedRecovery } from "./decided-recovery";

const title = "Arrêter le changement d’adresse";

/** Opening the link stops nothing; « Valider » does. */
export default async function StopRecoveryPage({ searchParams }: PageProps<"/compte/recuperation">) {
  const query = await searchParams;
  if (query.fait === "oui") return <FrozenAccount />;
  const jeton = firstOf(query.jeton);
  const state = await findRecoveryStop(jeton);
  if (state === "decided") return <DecidedRecovery />;
  if (state !== "valid")
    return (
      <LinkProblem
        state={state}
        purpose="recovery_stop"
        restart={{ href: "/contact", label: "Contacter la mairie" }}
        expiredAdvice={`Un lien est valable ${tokenLifetime("recovery_stop")}. Contactez la mairie : elle vous dira où en est la demande.`}
        usedAdvice="La demande est déjà arrêtée : votre compte garde son adresse."
      />
    );
  return (
    <Page width="form">
      <PageHeading
        title={title}
        lead="Une personne a demandé à un agent de remplacer l’adresse de votre compte. Si ce n’est pas vous, validez :"
      />
      <Prose>
        <ul>
          <li>la demande est arrêtée, et le compte garde son adresse ;</li>
          <li>il est gelé : personne ne peut s’y connecter, vous non plus, et rien n’en est envoyé ;</li>
          <li>pour le rouvrir, présentez-vous à l’accueil avec une pièce d’identité.</li>
        </ul>
        <p>Si c’est bien vous, ne faites rien.</p>
      </Prose>
      <RecallForm action={stopRecoveryAction} title={title}>
        <input type="hidden" name="jeton" value={jeton} />
      </RecallForm>
    </Page>
  );
}
