import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";

type State = "expired" | "used" | "unknown";
type Props = {
  state: State;
  /** « 24 heures », « 30 minutes » */
  lifetime: string;
  restart: { href: string; label: string };
  /** Instead of « demandez-en un autre », where no other can be asked for. */
  expiredAdvice?: string;
  /** Where a link already used leads. */
  usedAdvice: string;
};

const titles: Record<State, string> = {
  expired: "Ce lien n’est plus valable",
  used: "Ce lien a déjà servi",
  unknown: "Ce lien n’est pas reconnu",
};

/** A link of an e-mail that opens nothing: why, and what to do. */
export function LinkProblem({ state, lifetime, restart, expiredAdvice, usedAdvice }: Props) {
  const advice: Record<State, string> = {
    expired:
      expiredAdvice ?? `Un lien est valable ${lifetime}, et seul le dernier envoyé fonctionne. Demandez-en un autre.`,
    used: usedAdvice,
    unknown: `Il a peut-être été coupé par votre messagerie. Copiez-le en entier dans la barre d’adresse${
      expiredAdvice ? "" : ", ou demandez-en un autre"
    }.`,
  };
  return (
    <Page width="form">
      <PageTitle title={titles[state]} />
      <PageHeading title={titles[state]} lead={advice[state]} />
      <ButtonRow>
        <LinkButton href={restart.href}>{restart.label}</LinkButton>
        <LinkButton href="/connexion" variant="plain">
          Se connecter
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
