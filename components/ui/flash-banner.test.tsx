import { render, screen } from "@testing-library/react";
import { flashCookie } from "@/lib/shared/flash-cookie";
import { FlashBanner } from "./flash-banner";

let path = "/admin/demandes/1";
jest.mock("next/navigation", () => ({ usePathname: () => path }));

const remember = (value: string) => {
  document.cookie = `${flashCookie}=${value}; Path=/`;
};
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
    expect(screen.getByRole("alert")).toHaveFocus();
    expect(document.cookie).not.toContain(flashCookie);

    screen.getByRole("button").focus();
    remember("deux");
    rerender(frame("deux", "Votre message est envoyé."));
    expect(screen.getByRole("alert")).toHaveTextContent("Votre message est envoyé.");
    expect(screen.getByRole("alert")).toHaveFocus();
    expect(document.cookie).not.toContain(flashCookie);
  });

  it("is not said again on the page that follows in the same layout, nor when one comes back", () => {
    const { rerender } = render(frame("un", "La demande est rejetée."));
    for (const next of ["/admin/demandes/1/rejet", "/admin/demandes/1"]) {
      path = next;
      rerender(frame("un", "La demande est rejetée."));
      expect(screen.queryByRole("alert")).toBeNull();
    }
  });
});
