import { FrozenAccount } from "@/app/(acces)/frozen-account";
import { MailSent } from "@/app/(acces)/mail-sent";
import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { EmailText } from "@/components/ui/email-text";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { Prose } from "@/components/ui/prose";
import { findWayBack } from "@/lib/accounts/queries/find-link";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { firstOf } from "@/lib/web/page/first-of";
import { senderAddress } from "@/lib/web/page/sender";
import { restoreEmailAction } from "./actions";

const title = "Rétablir votre courriel";
const disputeTitle = "Geler le compte";

/** Opening the link consumes nothing, and says what will happen; the button does it. */
export default async function RestoreEmailPage({ searchParams }: PageProps<"/courriel/retablir">) {
  const query = await searchParams;
  if (query.fait === "oui") return <Restored />;
  if (query.fait === "gel") return <FrozenAccount />;
  const jeton = firstOf(query.jeton);
  const link = await findWayBack(jeton);
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="email_restore"
        restart={{ href: "/contact", label: "Contacter le service" }}
        expiredAdvice={`Un lien est valable ${tokenLifetime("email_restore")}, et un rétablissement annule les suivants. Contactez le service : il peut vous rendre votre compte.`}
        usedAdvice="Vous l’avez déjà utilisé : lisez le courriel que vous avez reçu depuis, il dit ce qu’il reste à faire."
      />
    );
  return link.isDispute ? <Dispute jeton={jeton} /> : <Restore jeton={jeton} email={link.email} />;
}

function Restore({ jeton, email }: { jeton: string; email: string }) {
  return (
    <Page width="form">
      <PageHeading title={title} lead="L’adresse de votre compte a été changée, et ce n’est pas vous ? En validant :" />
      <Prose>
        <ul>
          <li>
            votre compte utilise de nouveau l’adresse <EmailText email={email} />
             ;
          </li>
          <li>toutes ses connexions sont fermées, sur tous les appareils ;</li>
          <li>le mot de passe actuel ne sert plus : vous recevez un lien pour en choisir un autre ;</li>
          <li>l’adresse qui avait remplacé la vôtre est prévenue.</li>
        </ul>
      </Prose>
      <RecallForm action={restoreEmailAction} title={title} label="Rétablir mon courriel">
        <HiddenFields values={{ jeton }} />
      </RecallForm>
    </Page>
  );
}

/** Agents have seen somebody at the counter: an address alone does not undo it. */
function Dispute({ jeton }: { jeton: string }) {
  return (
    <Page width="form">
      <PageHeading
        title={disputeTitle}
        lead="Des agents changent, ou ont changé, l’adresse de votre compte pour une personne venue à l’accueil. Si ce n’est pas vous, validez :"
      />
      <Prose>
        <ul>
          <li>le compte est gelé : personne ne peut s’y connecter, vous non plus, et rien n’en est envoyé ;</li>
          <li>l’autre adresse est prévenue ;</li>
          <li>pour le rouvrir, présentez-vous à l’accueil avec une pièce d’identité.</li>
        </ul>
        <p>Si c’est bien vous, ne faites rien.</p>
      </Prose>
      <RecallForm action={restoreEmailAction} title={disputeTitle} label="Geler le compte">
        <HiddenFields values={{ jeton }} />
      </RecallForm>
    </Page>
  );
}

function Restored() {
  return (
    <MailSent
      text="Votre courriel est rétabli, et toutes les connexions sont fermées. Ouvrez le courriel que nous venons de vous envoyer pour choisir un nouveau mot de passe."
      sender={senderAddress()}
      restart={{ href: "/mot-de-passe-oublie", label: "Demander un autre lien" }}
    />
  );
}
