import { MailSent } from "@/app/(acces)/mail-sent";
import { RecallForm } from "@/components/accounts/recall-form";
import { LinkProblem } from "@/components/layout/link-problem";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { Prose } from "@/components/ui/prose";
import { findWayBack } from "@/lib/accounts/queries";
import { tokenLifetime } from "@/lib/vocabulary/tokens";
import { firstOf } from "@/lib/web/query-text";
import { senderAddress } from "@/lib/web/sender";
import { restoreEmailAction } from "./actions";

const title = "Rétablir votre courriel";

/** Opening the link consumes nothing, and says what will happen; « Rétablir mon courriel » does it. */
export default async function RestoreEmailPage({ searchParams }: PageProps<"/courriel/retablir">) {
  const query = await searchParams;
  if (query.fait === "oui") return <Restored />;
  const jeton = firstOf(query.jeton);
  const link = await findWayBack(jeton);
  if (link.state !== "valid")
    return (
      <LinkProblem
        state={link.state}
        purpose="email_restore"
        restart={{ href: "/contact", label: "Contacter le service" }}
        expiredAdvice={`Un lien est valable ${tokenLifetime("email_restore")}, et un rétablissement annule les suivants. Contactez le service : il peut vous rendre votre compte.`}
        usedAdvice="Votre courriel est déjà rétabli. Choisissez un nouveau mot de passe avec le lien que vous avez reçu."
      />
    );
  return (
    <Page width="form">
      <PageHeading title={title} lead="L’adresse de votre compte a été changée, et ce n’est pas vous ? En validant :" />
      <Prose>
        <ul>
          <li>
            votre compte utilise de nouveau l’adresse <bdi>{link.email}</bdi> ;
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

function Restored() {
  return (
    <MailSent
      text="Votre courriel est rétabli, et toutes les connexions sont fermées. Ouvrez le courriel que nous venons de vous envoyer pour choisir un nouveau mot de passe."
      sender={senderAddress()}
      restart={{ href: "/mot-de-passe-oublie", label: "Demander un autre lien" }}
    />
  );
}
