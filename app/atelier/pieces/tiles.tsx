import { Baby, Building2, HandHeart, Inbox, Recycle, ScrollText, Vote } from "lucide";
import { Icon } from "@/components/ui/icon";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LinkList } from "@/components/ui/link-list";
import { Padlock } from "@/components/ui/padlock";
import { SearchBox } from "@/components/ui/search-box";
import { StatusTag } from "@/components/ui/status-tag";
import { Tile, TileGrid } from "@/components/ui/tile";
import { Section } from "./section";

const links = [
  { href: "#a", label: "Demander une copie d’acte de naissance", text: "Réponse sous 5 jours ouvrés." },
  { href: "#b", label: "Inscription scolaire", note: <Padlock />, text: "Jusqu’au 31 mars." },
  { href: "#c", label: "Enlèvement des encombrants" },
];

export function Tiles() {
  return (
    <Section id="dalles" title="Recherche, dalles, listes, étiquettes">
      <SearchBox
        action="/demarches"
        label="Quelle démarche cherchez-vous ?"
        hint="Par exemple : acte de naissance, encombrants"
        size="large"
      />
      <div className="mt-8 mb-8">
        <TileGrid>
          <Tile href="#1" title="État civil" text="Actes, livret de famille, PACS" icon={<Icon of={ScrollText} />} />
          <Tile
            href="#2"
            title="Citoyenneté"
            text="Élections, recensement, papiers d’identité"
            icon={<Icon of={Vote} />}
          />
          <Tile href="#3" title="Enfance et scolarité" icon={<Icon of={Baby} />} badge="2 échanges à lire" />
          <Tile href="#4" title="Solidarité" text="Aides du CCAS, aînés" icon={<Icon of={HandHeart} />} />
          <Tile href="#5" title="Cadre de vie" text="Déchets, propreté, signalement" icon={<Icon of={Recycle} />} />
          <Tile href="#6" title="Urbanisme" text="Certificats, travaux" icon={<Icon of={Building2} />} />
        </TileGrid>
      </div>
      <div className="mb-8 max-w-[40rem]">
        <LinkList links={links} />
      </div>
      <p className="mb-8 flex flex-wrap gap-3">
        <StatusTag label="Brouillon" />
        <StatusTag tone="info" label="En traitement" />
        <StatusTag tone="attention" label="Incomplet" />
        <StatusTag tone="success" label="Validé" />
        <StatusTag tone="danger" label="Rejeté" />
        <Padlock />
      </p>
      <EmptyState title="Vous n’avez pas encore de demande" icon={<Icon of={Inbox} />}>
        <p>Vos demandes apparaîtront ici dès que vous en aurez soumis une.</p>
        <LinkButton href="/demarches" variant="secondary">
          Voir les démarches
        </LinkButton>
      </EmptyState>
    </Section>
  );
}
