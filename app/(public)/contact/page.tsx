import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { ContactCard } from "@/components/legal/contact-card";
import { Prose } from "@/components/ui/prose";
import { TextLink } from "@/components/ui/text-link";
import { getPortal } from "@/lib/web/page/portal";

export default async function ContactPage() {
  const portal = await getPortal();
  return (
    <>
      <PageTitle title="Contact" />
      <Page>
        <PageHeading
          title="Contact"
          lead="Un agent vous répond par téléphone, au guichet, par courriel ou par courrier."
        />
        <ContactCard contact={portal.contact} />
        <Prose>
          <p>
            Votre question porte sur une demande déjà envoyée ? Gardez son numéro sous la main, ou écrivez au service
            depuis <TextLink href="/espace/demandes">Mes demandes</TextLink>. Sans compte, passez par{" "}
            <TextLink href="/suivi">Suivre une demande</TextLink>.
          </p>
          <p>
            La réponse est peut-être déjà dans la <TextLink href="/aide">foire aux questions</TextLink>.
          </p>
        </Prose>
      </Page>
    </>
  );
}
