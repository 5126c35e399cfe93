import { render, screen } from "@testing-library/react";
import { flashCookie, flashTextId } from "@/lib/shared/flash-cookie";
import { FlashBanner } from "./flash-banner";

let path = "/admin/demandes/1";
jest.mock("next/navigation", () => ({ usePathname: () => path }));

const remember = (value: string) => {
  document.cookie = `${flashCookie}=${value}; Path=/`;
};
const banner = () => screen.getByRole("group", { name: "C’est fait" });
const frame = (key: string, text: string) => (
  <main>
    <FlashBanner key={key}>{text}</FlashBanner>
    <button type="button">Envoyer</button>
  </main>
);

beforeEach(() => {
  path = "/admin/demandes/1";
  window.history.replaceState(null, "", "/");
});

describe("what has just been done", () => {
  it("is focused and forgotten; a second message on the same page is too", () => {
    remember("un");
    const { rerender } = render(frame("un", "La demande est prise en charge."));
    expect(banner()).toHaveFocus();
    expect(document.cookie).not.toContain(flashCookie);

    screen.getByRole("button").focus();
    remember("deux");
    rerender(frame("deux", "Votre message est envoyé."));
    expect(banner()).toHaveTextContent("Votre message est envoyé.");
    expect(banner()).toHaveFocus();
    expect(document.cookie).not.toContain(flashCookie);
  });

  it("is heard once: the focus says it all, and nothing speaks beside it", () => {
    render(frame("un", "La demande est prise en charge."));
    expect(banner()).toHaveAccessibleDescription("La demande est prise en charge.");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.queryByRole("status")).toBeNull();
  });

  it("leaves the focus to the part that the address names, which it describes", () => {
    window.history.replaceState(null, "", "/#champ-piece");
    render(
      <>
        {frame("un", "« acte.pdf » est supprimé.")}
        <section id="champ-piece" tabIndex={-1} aria-label="Acte" aria-describedby={flashTextId} />
      </>,
    );
    const card = screen.getByRole("region", { name: "Acte" });
    expect(card).toHaveFocus();
    expect(card).toHaveAccessibleDescription("« acte.pdf » est supprimé.");
  });

  it.each(["#absente", "#sans-focus"])("has the focus itself where %s cannot take it", (hash) => {
    window.history.replaceState(null, "", `/${hash}`);
    render(
      <>
        {frame("un", "C’est envoyé.")}
        <p id="sans-focus">Suite</p>
      </>,
    );
    expect(banner()).toHaveFocus();
  });

  it("is not said again on the page that follows in the same layout, nor when one comes back", () => {
    const { rerender } = render(frame("un", "La demande est rejetée."));
    for (const next of ["/admin/demandes/1/rejet", "/admin/demandes/1"]) {
      path = next;
      rerender(frame("un", "La demande est rejetée."));
      expect(screen.queryByRole("group")).toBeNull();
    }
  });
});
