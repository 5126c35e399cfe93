import { render, screen } from "@testing-library/react";
import { DataTable } from "./data-table";

it("labels each cell of a card, save the actions, which say themselves what they do", () => {
  render(
    <DataTable
      caption="Demandes"
      columns={[{ label: "Numéro" }, { label: "Date" }, { label: "Détails", isAction: true }]}
      rows={[
        {
          id: "1",
          cells: [
            "2026",
            "hier",
            <a key="a" href="/x">
              Détails
            </a>,
          ],
        },
      ]}
    />,
  );
  expect(screen.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["Numéro", "Date", "Détails"]);
  expect(screen.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["Datehier", "Détails"]);
});
