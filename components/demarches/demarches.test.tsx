import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import type { FormState } from "@/lib/shared/form-state";
import { catalogue } from "@/catalogue/all";
import type { DemarcheDefinition } from "@/lib/demarches/form";
import type { DemarcheCard, DemarcheSearch, DemarcheView, FoundDemarche, ThemeView } from "@/lib/demarches/types";
import type { DemarcheId, DemarcheVersionId } from "@/lib/shared/ids";
import { Catalogue } from "./catalogue";
import { DemarcheBody } from "./demarche-body";
import type { Draft } from "./begun-drafts";
import type { Held } from "./quota-held";
import { DemarcheList } from "./demarche-list";
import { HomeBody } from "./home-body";
import { ThemeFilter } from "./theme-filter";

const start = jest.fn(async (previous: FormState, _data: FormData): Promise<FormState> => previous);
const startWithAccount = jest.fn(async (previous: FormState, _data: FormData): Promise<FormState> => previous);
const today = "2026-11-23";
const theme: ThemeView = {
  slug: "etat-civil",
  name: "État civil",
  description: "Actes",
  icon: "civil-status",
  count: 1,
};
const card: DemarcheCard = {
  slug: "acte-de-naissance",
  title: "Demander une copie d’acte de naissance",
  summary: "C’est gratuit.",
  access: "free",
  isFeatured: true,
  season: null,
  opensOn: null,
  closesOn: null,
  quota: null,
  quotaUsed: 0,
  theme,
};
const view: DemarcheView = {
  ...card,
  id: "d" as DemarcheId,
  versionId: "v" as DemarcheVersionId,
  quotaPerPerson: null,
  service: {
    name: "État civil",
    organisation: "Ville",
    address: "1 place",
    phone: "01 99 00 00 10",
    email: "a@b.example",
  },
  definition: catalogue[0]?.definition as DemarcheDefinition,
};
const searched = (
  demarches: readonly FoundDemarche[],
  notes: Partial<Pick<DemarcheSearch, "corrected" | "isNear" | "elsewhere">>,
  within: ThemeView | null = null,
) => (
  <Catalogue
    themes={[theme]}
    demarches={demarches}
    theme={within}
    q="zzz"
    today={today}
    phone="01 99 00 00 00"
    search={{ corrected: [], isNear: false, elsewhere: null, ...notes }}
  />
);
const body = (demarche: DemarcheView, isSignedIn = false, drafts: readonly Draft[] = [], held: readonly Held[] = []) =>
  render(
    <DemarcheBody
      demarche={demarche}
      drafts={drafts}
      held={held}
      today={today}
      isSignedIn={isSignedIn}
      start={start}
      startWithAccount={startWithAccount}
      ownDevice={<input type="checkbox" aria-label="Cet appareil est à moi" />}
    />,
  );

describe("the ways to begin", () => {
  it("F42: offers the account beside the way without it", async () => {
    const { container } = body(view);
    expect(screen.getByRole("button", { name: "Commencer" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Utiliser mon compte pour effectuer cette demande" })).toBeVisible();
    for (const form of container.querySelectorAll("form")) fireEvent.submit(form);
    for (const way of [start, startWithAccount]) {
      await waitFor(() => expect(way).toHaveBeenCalledTimes(1));
      expect(Object.fromEntries(way.mock.calls[0]?.[1] ?? [])).toEqual({ slug: view.slug });
    }
  });
  it("leads to the account where it is needed", () => {
    body({ ...view, access: "account" });
    expect(screen.queryByRole("button", { name: "Commencer" })).toBeNull();
    expect(screen.getByRole("button", { name: "Se connecter pour commencer" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Créer mon compte" })).toHaveAttribute("href", "/inscription");
  });
  it("asks nothing more of who is signed in", () => {
    body({ ...view, access: "account" }, true);
    expect(screen.getByRole("button", { name: "Commencer" })).toBeVisible();
  });
  it.each([
    [{ opensOn: "2027-03-01", closesOn: "2027-05-31" }, "n’est pas encore ouverte"],
    [{ closesOn: "2026-11-22" }, "est fermée"],
    [{ quota: 3, quotaUsed: 3 }, "quota est atteint"],
  ])("F88: closes the door when it cannot be begun: %j", (limits, sentence) => {
    body({ ...view, ...limits });
    expect(screen.getByText(new RegExp(sentence), { selector: ".notice-title" })).toBeVisible();
    expect(screen.queryByRole("button", { name: /Commencer|compte/ })).toBeNull();
  });
  it("F88: leads who has filed all that one may to what they filed, in the place of « Commencer »", () => {
    body(
      { ...view, quotaPerPerson: 1 },
      true,
      [],
      [{ number: "2026-ABCD-EFGH", submittedAt: new Date("2026-11-20T10:00:00Z") }],
    );
    const notice = screen.getByRole("region", { name: "Vous ne pouvez pas faire d’autre demande" });
    expect(within(notice).getByRole("link", { name: /2026-ABCD-EFGH, envoyée le 20/ })).toHaveAttribute(
      "href",
      "/espace/demandes/2026-ABCD-EFGH",
    );
    expect(screen.queryByRole("button", { name: /Commencer/ })).toBeNull();
  });
  it("X33: shows the drafts before another is begun", () => {
    body(view, true, [{ id: "abc", savedAt: new Date("2026-11-22T10:00:00Z") }]);
    expect(screen.getByRole("link", { name: /Reprendre le brouillon du 22/ })).toHaveAttribute("href", "/demandes/abc");
    expect(screen.queryByText(/ne pouvez donc pas l’envoyer/)).toBeNull();
  });
  it.each([
    ["quota_reached", "Le nombre de demandes possibles est atteint"],
    ["personal_quota_reached", "Vous avez déjà fait autant de demandes que possible"],
  ] as const)("says beside the draft itself that it cannot be filed: %s", (unavailable, sentence) => {
    body({ ...view, quota: 3, quotaUsed: 3 }, true, [
      { id: "abc", savedAt: new Date("2026-11-22T10:00:00Z"), unavailable },
    ]);
    const notice = screen.getByRole("region", { name: "Vous avez déjà un brouillon de cette démarche" });
    expect(notice).toHaveTextContent(sentence);
    expect(notice).toHaveTextContent("Vous ne pouvez donc pas l’envoyer aujourd’hui");
  });
});

describe("the catalogue", () => {
  it("says of a quota nothing that the page of the démarche may deny: a list is up to a minute old", () => {
    const full = { ...card, season: null, opensOn: null, closesOn: null, quota: 3, quotaUsed: 3 };
    render(<DemarcheList demarches={[full]} today={today} />);
    expect(screen.getByText("Quota atteint ou presque")).toBeVisible();
    render(<HomeBody themes={[]} topical={[{ ...full, quotaUsed: 1 }]} today={today} />);
    expect(screen.getByText(/limité à 3/)).toBeVisible();
    expect(screen.queryByText(/Il reste/)).toBeNull();
  });
  it("F87: puts a padlock on what needs an account, and says what is closed", () => {
    render(
      <DemarcheList
        demarches={[card, { ...card, slug: "b", title: "B", access: "account", closesOn: "2026-01-01" }]}
        today={today}
      />,
    );
    const [free, closed] = screen.getAllByRole("listitem");
    expect(within(free as HTMLElement).queryByText("Compte nécessaire")).toBeNull();
    expect(within(closed as HTMLElement).getByText("Compte nécessaire")).toBeVisible();
    expect(within(closed as HTMLElement).getByText("Fermée")).toBeVisible();
  });
  it("says what to do when nothing is found", () => {
    render(searched([], {}, theme));
    expect(screen.getByText(/Aucun résultat pour/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Chercher dans tous les thèmes" })).toHaveAttribute(
      "href",
      "/demarches?q=zzz",
    );
  });
  it("says where to go for what is not done here, and not that nothing was found", () => {
    const link = { label: "Trouver un rendez-vous", href: "https://rendez-vous.example" };
    render(searched([], { elsewhere: { title: "Pas sur ce portail", text: "En mairie.", link, isByPhone: true } }));
    expect(screen.getByRole("region", { name: "Pas sur ce portail" })).toHaveTextContent("01 99 00 00 00");
    expect(screen.getByRole("link", { name: link.label })).toHaveAttribute("href", link.href);
    expect(screen.queryByText(/Aucun résultat/)).toBeNull();
  });

  it("tells the word that was looked for instead, that results are only near, and why each was found", () => {
    render(searched([{ ...card, matched: ["cantine"] }], { corrected: ["naissance"], isNear: true }));
    expect(screen.getByText(/Résultats pour « naissance »/)).toBeVisible();
    expect(screen.getByRole("region", { name: "Aucune démarche ne répond à tous vos mots" })).toBeVisible();
    expect(screen.getByText(/Concerne aussi : « cantine »/)).toBeVisible();
  });

  it("keeps the words from one theme to the next, and says which is chosen", () => {
    render(
      <ThemeFilter
        themes={[theme, { ...theme, slug: "vide", name: "Vide" }]}
        found={[card]}
        current={theme}
        q="acte & co"
      />,
    );
    expect(screen.getByRole("link", { name: "Tous les thèmes (1)" })).toHaveAttribute(
      "href",
      "/demarches?q=acte+%26+co",
    );
    expect(screen.getByRole("link", { name: "État civil (1)" })).toHaveAttribute("aria-current", "true");
    expect(screen.queryByRole("link", { name: /Vide/ })).toBeNull();
  });
});
