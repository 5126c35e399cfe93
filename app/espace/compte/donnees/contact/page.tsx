import { ContactForm } from "@/components/accounts/contact-form";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { BackLink } from "@/components/ui/back-link";
import { getReadableProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { saveContactAction } from "../actions";

export default async function ContactPage() {
  const profile = await getReadableProfile(await requireCitizen());
  return (
    <Page width="form" before={<BackLink href="/espace/compte/donnees">Données du compte</BackLink>}>
      <PageHeading title="Modifier vos moyens de contact" />
      <ContactForm action={saveContactAction} profile={profile} />
    </Page>
  );
}
