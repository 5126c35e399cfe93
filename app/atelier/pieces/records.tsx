import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { SummaryCard } from "@/components/ui/summary-card";
import { SummaryList } from "@/components/ui/summary-list";
import { Timeline } from "@/components/ui/timeline";
import { Section } from "./section";
import { TextLink } from "@/components/ui/text-link";

const answers = [
  { label: "Nom de naissance", value: "Exemple", href: "#nom" },
  { label: "Date de naissance", value: "28 mars 1990", href: "#naissance", isChanged: true },
  { label: "Complément d’adresse", href: "#complement" },
];

const rows = ["2026-7K3M-9QX2", "2026-4TB8-1WEN", "2026-0RDA-77YC"].map((number, index) => ({
  id: number,
  isNew: index === 0,
  cells: [
    <TextLink key="n" href={`#${number}`}>{`Demande n°\u00a0${number}`}</TextLink>,
    "Copie d’acte de naissance",
    "28/03/2026",
    <StatusTag key="s" tone={index === 0 ? "attention" : "info"} label={index === 0 ? "Incomplet" : "En traitement"} />,
    String(index + 2),
  ],
}));

const columns = [
  { label: "Demande" },
  { label: "Démarche" },
  { label: "Date" },
  { label: "État" },
  { label: "Jours", isNumber: true },
];

const events = [
  {
    id: "3",
    title: "Un complément vous est demandé",
    date: "2 avril 2026 à 10 h 12",
    dateTime: "2026-04-02T10:12",
    author: "par le service État civil",
    children: <p>Le justificatif a plus de trois mois.</p>,
  },
  {
    id: "2",
    title: "Un agent a pris en charge votre demande",
    date: "29 mars 2026 à 9 h 05",
    dateTime: "2026-03-29T09:05",
  },
  {
    id: "1",
    title: "Demande soumise",
    date: "28 mars 2026 à 20 h 41",
    dateTime: "2026-03-28T20:41",
    author: "par vous",
  },
];

export function Records() {
  return (
    <Section id="dossier" title="Dossier">
      <SummaryCard title="Mes informations" headingLevel={3} actions={<TextLink href="#modifier">Modifier</TextLink>}>
        <SummaryList rows={answers} />
      </SummaryCard>
      <DataTable caption="Mes demandes" columns={columns} rows={rows} />
      <Timeline items={events} />
    </Section>
  );
}
