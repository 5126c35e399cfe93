import { render, screen } from "@testing-library/react";
import { Catalogue } from "./catalogue";
import { HomeBody } from "./home-body";
import { DirectAccess } from "./home-links";

describe("a town that has published nothing yet", () => {
  it("says so on its home page, with whom to ask, in place of bare headings", () => {
    render(
      <>
        <DirectAccess demarches={[]} />
        <HomeBody themes={[]} topical={[]} today="2026-11-23" />
      </>,
    );
    expect(screen.getByText(/Aucune démarche n’est encore en ligne/)).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "ses coordonnées" })).toHaveAttribute("href", "/contact");
    for (const bare of ["Choisir un thème", "Accès directs", "À la une"])
      expect(screen.queryByRole("heading", { name: bare })).toBeNull();
  });

  it.each(["", "acte"])("says so in its catalogue, looked through for « %s »", (q) => {
    render(<Catalogue themes={[]} demarches={[]} theme={null} q={q} today="2026-11-23" phone="03" search={null} />);
    expect(screen.getByText(/Aucune démarche n’est encore en ligne/)).toBeInTheDocument();
    // No other word would find anything.
    expect(screen.queryByText(/Essayez avec un seul mot/)).toBeNull();
  });
});
