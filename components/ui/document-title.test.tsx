import { render } from "@testing-library/react";
import { DocumentTitle, TitleSuffixProvider } from "./document-title";

let path = "/";
jest.mock("next/navigation", () => ({ usePathname: () => path }));

const shown = (description?: string) =>
  render(
    <TitleSuffixProvider suffix=" – Belleval" description="Le portail de la ville.">
      <DocumentTitle title="Aide" description={description} />
    </TitleSuffixProvider>,
  );
const said = () => document.querySelector('meta[name="description"]')?.getAttribute("content");

describe("the head of a page", () => {
  it("has the description of the page, or that of the portal", () => {
    const { unmount } = shown("Demander une copie.");
    expect(document.title).toBe("Aide – Belleval");
    expect(said()).toBe("Demander une copie.");
    unmount();
    shown();
    expect(said()).toBe("Le portail de la ville.");
  });
});

describe("the page that answers what was posted without JavaScript", () => {
  const page = (isRefused: boolean) => (
    <TitleSuffixProvider suffix=" – Belleval" description="" isRefused={isRefused}>
      <DocumentTitle title="Échanges" />
    </TitleSuffixProvider>
  );

  it("says first that something was refused, whatever its form, and the next page does not", () => {
    path = "/espace/demandes/1/echanges";
    const { rerender } = render(page(true));
    expect(document.title).toBe("Erreur\u00a0: Échanges – Belleval");
    path = "/espace";
    rerender(page(true));
    expect(document.title).toBe("Échanges – Belleval");
  });
});
