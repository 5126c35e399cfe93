import { HouseholdLinks } from "@/components/accounts/household-links";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { EmailText } from "@/components/ui/email-text";
import { ButtonRow } from "@/components/ui/button-row";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { getProfile } from "@/lib/accounts/queries/get-profile";
import { requireCitizen } from "@/lib/web/session/current-actor";
import { firstOf } from "@/lib/web/page/first-of";
import { readSignedPath } from "@/lib/web/route/return-path";

/** F18, F21: the portal announces the creation; the name stands at the top left of the page. */
export default async function AccountCreatedPage({ searchParams }: PageProps<"/inscription/confirmation">) {
  const profile = await getProfile(await requireCitizen());
  // What a demande gave to the account is not asked for again.
  const isKnown = Boolean(profile.addressLine && profile.commune && (profile.phone || profile.mobile));
  const next = readSignedPath(firstOf((await searchParams).retour));
  return (
    <Page width="form">
      <PageTitle title="Votre compte est créé" />
      <PageHeading
        title="Votre compte est créé"
        lead="Vous êtes connecté. Un courriel vous rappelle votre identifiant."
      />
      <SummaryList
        rows={[
          { label: "Identifiant", value: profile.username },
          { label: "Courriel", value: <EmailText email={profile.email} /> },
        ]}
      />
      <p>
        L’identifiant ne vous convient pas ?{" "}
        <TextLink href="/espace/compte/identifiant">Choisir un autre identifiant</TextLink>
      </p>
      <Notice title="Et maintenant ?">
        <p>
          {isKnown
            ? "Votre nom, votre adresse et votre téléphone sont dans votre compte : vos prochaines démarches seront préremplies."
            : "Complétez les données de votre compte : vos prochaines démarches seront préremplies."}
        </p>
        {profile.kind === "professional" ? (
          <p>
            Votre compte est professionnel : civilité, prénom, nom et mobile restent les vôtres ; donnez pour le reste
            les coordonnées de votre entreprise ou de votre association.
          </p>
        ) : null}
      </Notice>
      <ButtonRow>
        {next ? (
          <LinkButton href={next}>
            {next.startsWith("/espace/demandes/") ? "Ouvrir ma demande" : "Continuer ma démarche"}
          </LinkButton>
        ) : (
          <LinkButton href="/espace">Ouvrir mon espace</LinkButton>
        )}
        <LinkButton href="/espace/compte/donnees" variant="secondary">
          {isKnown ? "Relire mes données" : "Compléter mes données"}
        </LinkButton>
      </ButtonRow>
      <HouseholdLinks />
    </Page>
  );
}
