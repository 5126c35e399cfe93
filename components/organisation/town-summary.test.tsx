import { render, screen } from "@testing-library/react";
import { TownSummary } from "./town-summary";

const setting = {
  town: "Votre commune",
  title: "Vos démarches en ligne",
  logo: null,
  colours: { primary: "#1a5c4c", accent: "#c2571a" },
  contact: { service: "Accueil de la mairie", email: "", phone: "", address: [], hours: "" },
  legal: { publisher: "", director: "", host: "", dpoEmail: "" },
  accessibility: { audit: null, statedOn: "2026-11-29", defects: [], exemptions: [], schemeUrl: "", planUrl: "" },
};

it("says what the town has written, and leaves no comma for the rest", () => {
  const { rerender } = render(<TownSummary setting={setting} />);
  expect(screen.getByText("Accueil de la mairie")).toBeInTheDocument();
  rerender(<TownSummary setting={{ ...setting, contact: { ...setting.contact, email: "mairie@ville.example" } }} />);
  expect(screen.getByText("Accueil de la mairie, mairie@ville.example")).toBeInTheDocument();
});
