import { render, screen } from "@testing-library/react";
import type { DraftSummary } from "@/lib/demandes/types/demande";
import { newId, type DemandeId } from "@/lib/shared/ids";
import { DraftList } from "./draft-list";

const draft = (demarcheTitle: string, savedAt: string): DraftSummary => ({
  ...{ id: newId<DemandeId>(), unavailable: null, demarcheTitle, step: "demande", savedAt: new Date(savedAt) },
  ...{ startedAt: new Date("2026-11-01T09:00:00Z"), erasedOn: new Date("2026-12-31T09:00:00Z") },
});

it("gives each draft its own name, also those of one démarche kept in the same minute", () => {
  const [noon, evening] = ["2026-11-30T11:00:00Z", "2026-11-30T18:00:00Z"];
  const school = "Inscrire un enfant à l’école";
  render(
    <DraftList drafts={[draft(school, noon), draft(school, noon), draft(school, evening), draft("Signaler", noon)]} />,
  );
  const names = [...screen.getAllByRole("heading"), ...screen.getAllByRole("link")].map(
    ({ textContent }) => textContent,
  );
  expect(new Set(names).size).toBe(12);
  expect(screen.getByRole("link", { name: "Reprendre Signaler" })).toBeVisible();
  expect(screen.getByRole("link", { name: /^Supprimer le brouillon Inscrire .* \(2 sur 2\)$/ })).toBeVisible();
});
