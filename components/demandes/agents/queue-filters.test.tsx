import { render, screen } from "@testing-library/react";
import { queueParamsSchema } from "@/lib/demandes/schema/agent";
import { QueueFilters } from "./queue-filters";

it.each([
  [{}, false],
  [{ etat: "a-traiter" }, false],
  [{ retard: "oui" }, true],
  [{ recherche: "abc" }, true],
])("offers to erase filters where there is one: %o", (query, isOffered) => {
  render(<QueueFilters params={queueParamsSchema.parse(query)} demarches={[]} />);
  expect(screen.queryAllByRole("link", { name: "Effacer les filtres" })).toHaveLength(isOffered ? 1 : 0);
});
