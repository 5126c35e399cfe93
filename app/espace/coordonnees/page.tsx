import { Page as PageFrame } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { LinkList } from "@/components/ui/link-list";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { getProfile } from "@/lib/accounts/queries";
import { requireCitizen } from "@/lib/web/current-actor";
import { coordinateLinks } from "./coordinate-links";

/** F76, F110: what is known of the person, and the ways to change it. */
export default async function Page() {
  const profile = await getProfile(await requireCitizen());
  const address = [
    profile.addressLine,
    profile.addressExtra,
    [profile.postalCode, profile.commune].filter(Boolean).join(" "),
  ];
  return (
    <>
      <PageTitle title="Mes coordonnées" />
      <PageFrame before={<BackLink href="/espace">Mon tableau de bord</BackLink>}>
        <PageHeading title="Mes coordonnées" />
        <SummaryCard title="Aujourd’hui">
          <SummaryList
            rows={[
              { label: "Adresse", value: address.filter(Boolean).join(", ") },
              { label: "Téléphone", value: profile.phone ?? "" },
              { label: "Mobile", value: profile.mobile ?? "" },
              { label: "Courriel", value: profile.email },
            ]}
          />
        </SummaryCard>
        <h2 className="mb-3">Ce qui a changé</h2>
        <LinkList links={await coordinateLinks()} />
      </PageFrame>
    </>
  );
}
