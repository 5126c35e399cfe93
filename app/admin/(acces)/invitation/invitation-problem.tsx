import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";

type State = "expired" | "used" | "unknown";

const problems: Record<State, { title: string; advice: string }> = {
  expired: {
    title: "Ce lien n’est plus valable",
    advice:
      "Un lien est valable 48 heures, et seul le dernier envoyé fonctionne. Demandez-en un autre à un administrateur du portail.",
  },
  used: {
    title: "Ce lien a déjà servi",
    advice: "Votre compte est prêt : connectez-vous. Sinon, demandez un autre lien à un administrateur du portail.",
  },
  unknown: {
    title: "Ce lien n’est pas reconnu",
    advice:
      "Il a peut-être été coupé par votre messagerie. Copiez-le en entier dans la barre d’adresse, ou demandez-en un autre à un administrateur du portail.",
  },
};

/** A link of an agent that opens nothing: why, and what to do. */
export function InvitationProblem({ state }: { state: State }) {
  const { title, advice } = problems[state];
  return (
    <Page width="form">
      <PageTitle title={title} />
      <PageHeading title={title} lead={advice} />
      <ButtonRow>
        <LinkButton href="/admin/connexion">Se connecter</LinkButton>
      </ButtonRow>
    </Page>
  );
}
