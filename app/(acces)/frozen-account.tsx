import { ContactCard } from "@/components/legal/contact-card";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Prose } from "@/components/ui/prose";
import { getPortal } from "@/lib/web/page/portal";

const title = "Le compte est gelé";

/** After a link that objected to what agents did: nobody is believed by a mailbox alone (docs/decisions/024). */
export async function FrozenAccount() {
  const { contact } = await getPortal();
  return (
    <Page width="form">
      <PageTitle title={title} />
      <PageHeading
        title={title}
        lead="Personne ne peut plus s’y connecter, et rien n’en est envoyé. Pour le rouvrir, présentez-vous à l’accueil avec une pièce d’identité."
      />
      <Prose>
        <p>Les demandes et les documents du compte sont conservés. L’autre adresse est prévenue aussi.</p>
      </Prose>
      <ContactCard contact={contact} />
    </Page>
  );
}
