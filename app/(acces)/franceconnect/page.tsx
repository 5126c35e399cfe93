import { ProvedIdentity } from "@/components/accounts/proved-identity";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { LinkList } from "@/components/ui/link-list";
import { requireProved } from "@/lib/web/identity/france-connect";
import { forgetProvedAction } from "./actions";

const ways = [
  {
    href: "/franceconnect/compte",
    label: "J’ai déjà un compte",
    text: "Prouvez qu’il est à vous : FranceConnect y sera lié, et l’ouvrira les prochaines fois.",
  },
  {
    href: "/franceconnect/inscription",
    label: "Créer mon compte",
    text: "Votre nom est déjà connu ; il reste à confirmer votre courriel.",
  },
];

/** Proved by FranceConnect, and known to no account here: two ways. */
export default async function UnknownIdentityPage() {
  const identity = await requireProved();
  return (
    <Page width="form">
      <PageTitle title="Vous êtes identifié" />
      <PageHeading
        title="Vous êtes identifié"
        lead="FranceConnect confirme votre identité. Elle n’est encore liée à aucun compte du portail."
      />
      <ProvedIdentity identity={identity} forget={forgetProvedAction} />
      <LinkList links={ways} />
    </Page>
  );
}
