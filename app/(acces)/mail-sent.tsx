import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { LostMailbox } from "@/components/accounts/lost-mailbox";
import { MailAdvice } from "@/components/accounts/mail-advice";

type Props = { text: string; sender: string; restart: { href: string; label: string }; signInPath?: string };

/** After a letter was asked for: the same page whether or not one left. */
export function MailSent({ text, sender, restart, signInPath = "/connexion" }: Props) {
  return (
    <Page width="form">
      <PageTitle title="Consultez votre messagerie" />
      <PageHeading title="Consultez votre messagerie" lead={text} />
      <MailAdvice
        sender={sender}
        ifWrong="Si l’adresse n’est pas celle de votre compte, aucun courriel n’est parti : recommencez avec la bonne."
      />
      {signInPath === "/connexion" ? <LostMailbox /> : null}
      <ButtonRow>
        <LinkButton href={restart.href} variant="secondary">
          {restart.label}
        </LinkButton>
        <LinkButton href={signInPath} variant="plain">
          Se connecter
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
