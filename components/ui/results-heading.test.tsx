import { render, screen } from "@testing-library/react";
import { ResultsHeading } from "./results-heading";

it("has the focus after each search, also when as many lines are found again", () => {
  const page = (search: string) => (
    <>
      <button type="button">Rechercher</button>
      <ResultsHeading key={search} found="Aucune demande ne correspond" />
    </>
  );
  const { rerender } = render(page("a"));
  const heading = () => screen.getByRole("heading", { name: "Aucune demande ne correspond" });
  expect(heading()).toHaveFocus();
  screen.getByRole("button").focus();
  rerender(page("b"));
  expect(heading()).toHaveFocus();
});
