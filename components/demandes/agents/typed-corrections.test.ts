import type { SummarySection } from "@/lib/demarches/summary";
import { typedCorrections } from "./correction-form";

const row = (path: string, label: string, item?: string) => ({ path, label, item, lines: [] });
const sections = [
  { key: "lieu", title: "Le lieu", rows: [row("lieu.rue", "Rue")] },
  {
    key: "enfants",
    title: "Les enfants",
    rows: [row("enfants.0.nom", "Nom", "Enfant 1"), row("enfants.1.nom", "Nom")],
  },
] as unknown as SummarySection[];

it("gives back the ticked points alone, each with what was said of it, then the message", () => {
  const values = {
    "items.0.comment": "Jamais envoyé",
    "items.1.isFlagged": "on",
    "items.1.comment": "Il manque un prénom",
    "items.2.isFlagged": "on",
    reason: "Deux points à revoir.",
  };
  expect(typedCorrections(sections, values)).toEqual([
    { label: "Points cochés", text: "Enfant 1, Nom\u00a0: Il manque un prénom\nNom" },
    { label: "Message pour l’usager", text: "Deux points à revoir." },
  ]);
});

it("gives back nothing of a form that held nothing", () => {
  expect(typedCorrections(sections, {}).map(({ text }) => text)).toEqual(["", ""]);
});
