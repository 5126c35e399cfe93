import { Faq } from "@/components/help/faq";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { franceConnectHref } from "@/lib/web/identity/france-connect";
import { getPortal } from "@/lib/web/page/portal";

export default async function HelpPage() {
  const { contact } = await getPortal();
  return (
    <>
      <PageTitle title="Foire aux questions (FAQ)" />
      <Page width="wide">
        <PageHeading
          title="Foire aux questions (FAQ)"
          lead="Seize réponses sur votre compte, la sécurité, les démarches et leur suivi."
        />
        <Faq usesFranceConnect={franceConnectHref() !== null} />
        <Notice title="Votre question n’est pas là ?">
          Téléphonez au {contact.phone} ({contact.service}), ou utilisez la page{" "}
          <TextLink href="/contact">Contact</TextLink>.
        </Notice>
      </Page>
    </>
  );
}
