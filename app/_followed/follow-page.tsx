import type { ReactNode } from "react";
import { OnThisDevice } from "@/app/demandes/on-this-device";
import { DemandeStatus } from "@/components/demandes/follow/demande-status";
import { FiledWith } from "@/components/demandes/follow/filed-with";
import { tabsOf, tabTitles, type FollowTab } from "@/components/demandes/follow/follow-tabs";
import { citizenTone } from "@/components/demandes/status-tone";
import { Page } from "@/components/layout/page";
import { PageHeading } from "@/components/layout/page-heading";
import { PageTitle } from "@/components/layout/page-title";
import { BackLink } from "@/components/ui/back-link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { StatusTag } from "@/components/ui/status-tag";
import type { DemandeView } from "@/lib/demandes/types/demande";

type Props = { demande: DemandeView; base: string; tab: FollowTab; children: ReactNode };

/** A demande followed by its owner: where it stands, then its tabs. The same with an account and by number. */
export function FollowPage({ demande, base, tab, children }: Props) {
  const { number, demarche, status, statusLabel } = demande;
  const isSpace = base.startsWith("/espace");
  return (
    <>
      <PageTitle title={`${tabTitles[tab]} – Demande n°\u00a0${number}`} />
      <Page
        before={
          <BackLink href={isSpace ? "/espace/demandes" : "/suivi"}>
            {isSpace ? "Mes demandes" : "Suivre une autre demande"}
          </BackLink>
        }
      >
        <PageHeading
          title={`Demande n°\u00a0${number}`}
          caption={demarche.title}
          tag={<StatusTag tone={citizenTone[status]} label={statusLabel} />}
        />
        <DemandeStatus demande={demande} base={base} />
        <FiledWith demande={demande} base={base} />
        <LinkTabs
          label="La demande en détail"
          items={tabsOf(demande).map((each) => ({
            href: `${base}/${each}`,
            label: tabTitles[each],
            isCurrent: each === tab,
          }))}
        />
        <section aria-labelledby="onglet" className="mt-6">
          <h2 id="onglet" className="sr-only">
            {tabTitles[tab]}
          </h2>
          {children}
        </section>
        {isSpace ? null : <OnThisDevice demandeId={demande.id} here={`${base}/${tab}`} />}
      </Page>
    </>
  );
}
