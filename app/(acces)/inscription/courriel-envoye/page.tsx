import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { MailAdvice } from "@/components/accounts/mail-advice";
import { EmailText } from "@/components/ui/email-text";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { senderAddress } from "@/lib/web/page/sender";
import { readNote } from "@/lib/web/session/sealed-note";
import { tokenLifetime } from "@/lib/vocabulary/tokens";

/** F12: the same page whether or not the address has an account. */
export default async function MailSentPage() {
  const email = await readNote("courriel");
  return (
    <Page width="form">
      <PageTitle title="Un courriel vous a été envoyé" />
      <PageHeading title="Un courriel vous a été envoyé" />
      <p>
        {email ? (
          <>
            Un courriel a été envoyé à{" "}
            <strong>
              <EmailText email={email} />
            </strong>
            .
          </>
        ) : (
          "Un courriel a été envoyé à l’adresse que vous avez donnée."
        )}{" "}
        Ouvrez-le et suivez le lien « Finaliser l’inscription ». Il est valable {tokenLifetime("activation")}.
      </p>
      <MailAdvice
        sender={senderAddress()}
        ifWrong="Si l’adresse est fausse, ou si vous ne l’utilisez plus, recommencez avec une autre."
      />
      <p className="mt-6">Toujours rien ? Vérifiez l’adresse ci-dessus, puis recommencez la procédure d’inscription.</p>
      <ButtonRow>
        <LinkButton href="/inscription" variant="secondary">
          Recommencer l’inscription
        </LinkButton>
        <LinkButton href="/" variant="plain">
          Retour
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
