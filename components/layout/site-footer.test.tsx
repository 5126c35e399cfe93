import { render, screen } from "@testing-library/react";
import type { Portal } from "@/lib/shared/portal";
import { SiteFooter } from "./site-footer";

const portal = (audit: Portal["accessibility"]["audit"]) =>
  ({
    contact: { service: "Accueil", phone: "01 99 00 00 00", hours: "" },
    organisations: [{ name: "Ville" }],
    accessibility: { audit },
  }) as unknown as Portal;

describe("the foot of every page", () => {
  it.each([
    [null, "Accessibilité\u00a0: non conforme"],
    [{ rate: 87.5, auditor: "…", date: "2026-11-02" }, "Accessibilité\u00a0: partiellement conforme"],
    [{ rate: 100, auditor: "…", date: "2026-11-02" }, "Accessibilité\u00a0: totalement conforme"],
  ])("says the state that the town declares, once", (audit, said) => {
    render(<SiteFooter portal={portal(audit)} />);
    expect(screen.getAllByRole("link", { name: /^Accessibilité/ }).map((link) => link.textContent)).toEqual([said]);
  });

  it("leads to each page once", () => {
    render(<SiteFooter portal={portal(null)} />);
    const addresses = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
