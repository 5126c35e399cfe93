import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { tokenLifetime, type DeadLink, type LinkPurpose } from "@/lib/vocabulary/tokens";
import { Page } from "./page";
import { PageHeading } from "./page-heading";
import { PageTitle } from "./page-title";

type Props = {
  state: DeadLink;
  purpose: LinkPurpose;
  /** « à un administrateur du portail »: who gives another, where it is not this portal. */
  from?: string;
  /** Instead of « demandez-en un autre », where no other can be asked for. */
  expiredAdvice?: string;
  /** Where a link already used leads. */
  usedAdvice: string;
  restart?: { href: string; label: string };
  signInPath?: string;
};

const titles: Record<DeadLink, string> = {
  expired: "Ce lien n’est plus valable",
  used: "Ce lien a déjà servi",
  unknown: "Ce lien n’est pas reconnu",
};

/** A link of an e-mail that opens nothing: why, and what to do. */
export function LinkProblem(props: Props) {
  const { state, restart, signInPath = "/connexion" } = props;
  return (
    <Page width="form">
      <PageTitle title={titles[state]} />
      <PageHeading title={titles[state]} lead={adviceOf(props)} />
      <ButtonRow>
        {restart ? <LinkButton href={restart.href}>{restart.label}</LinkButton> : null}
        <LinkButton href={signInPath} variant={restart ? "plain" : undefined}>
          Se connecter
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

function adviceOf({ state, purpose, from, expiredAdvice, usedAdvice }: Props): string {
  if (state === "used") return usedAdvice;
  const ask = from ? `emandez-en un autre ${from}` : "emandez-en un autre";
  if (state === "unknown")
    return `Il a peut-être été coupé par votre messagerie. Copiez-le en entier dans la barre d’adresse${
      expiredAdvice ? "" : `, ou d${ask}`
    }.`;
  return (
    expiredAdvice ?? `Un lien est valable ${tokenLifetime(purpose)}, et seul le dernier envoyé fonctionne. D${ask}.`
  );
}
