import { render, screen, within } from "@testing-library/react";
import type { OpeningStep } from "@/lib/demarches/types";
import { Opening } from "./opening";

const steps = (left: readonly OpeningStep["key"][]): OpeningStep[] =>
  (["town", "services", "agents", "demarches", "legal", "accessibility", "mail", "antivirus", "backup"] as const).map(
    (key) => ({ key, isDone: !left.includes(key) }),
  );

it("says what is left to do before opening, each with its link, beside what is done", () => {
  render(<Opening steps={steps(["services", "demarches"])} />);
  const region = within(screen.getByRole("region", { name: "Avant d’ouvrir le portail" }));
  expect(region.getByText(/^2.étapes restent à faire\.$/)).toBeInTheDocument();
  expect(region.getByRole("link", { name: "Services" })).toHaveAttribute("href", "/admin/services");
  expect(region.getByRole("link", { name: "Démarches" })).toHaveAttribute("href", "/admin/demarches/publier");
  expect(region.getAllByText("À faire")).toHaveLength(2);
  expect(region.getAllByText("Fait")).toHaveLength(7);
});

it("is gone when all is done, and in the demonstration, which opens for nobody", () => {
  const { rerender, container } = render(<Opening steps={steps([])} />);
  expect(container).toBeEmptyDOMElement();
  rerender(<Opening steps={[]} />);
  expect(container).toBeEmptyDOMElement();
});
