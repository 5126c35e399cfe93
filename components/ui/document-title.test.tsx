import { render } from "@testing-library/react";
import { DocumentTitle, TitleSuffixProvider } from "./document-title";

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
