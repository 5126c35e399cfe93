import fc from "fast-check";
import { catalogue } from "@/catalogue/all";
import { isoDay } from "@/lib/shared/dates";
import { countingFrom, type Move } from "../moves/counting";
import { countingFiled, delayToday, delayView, dueInstant, promisedDay } from "./delays";
import { papersParagraph } from "@/lib/letters/fr/recepisse";
import { papersView } from "./papers";

const delays = { maxDays: 30, silence: "refuses", silenceMonths: 2 } as const;
/** Spaces that do not break, read as any other. */
const plain = (text: string | undefined) => (text ?? "").replaceAll("\u00a0", " ");
const at = (day: string) => new Date(`${day}T10:00:00Z`);
const filed = (day: string) => countingFiled(at(day));

describe("the two dates of a demande", () => {
  it("are told together: the promise first, then the date of the law, one by the other", () => {
    const { promise, law } = delayView(delays, filed("2026-11-29"));
    expect(plain(promise)).toBe("Nous nous engageons à vous répondre le 29 décembre 2026 au plus tard (30 jours).");
    expect(plain(law[0])).toBe(
      "Le 29 décembre 2026 est notre engagement. Le 29 janvier 2027 est la date que fixe la loi : 2 mois après la réception de votre demande.",
    );
    expect(plain(law[1])).toContain("Sans réponse de notre part le 29 janvier 2027, votre demande sera rejetée");
  });

  it("are one where the promise lasts as long as the law, in a short month too", () => {
    const long = { ...delays, maxDays: 60 };
    expect(promisedDay(long, filed("2027-01-01"))).toBe("2027-03-01");
    expect(isoDay(dueInstant(long, filed("2027-01-01")))).toBe("2027-03-01");
    const { promise, law } = delayView(long, filed("2027-01-01"));
    expect(plain(promise)).toBe("Nous nous engageons à vous répondre le 1er mars 2027 au plus tard (2 mois).");
    expect(law[0]).toContain("est aussi le jour que fixe la loi");
  });

  it("never promise after the law, in any démarche of the catalogue, on any day", () => {
    const day = fc.date({ min: at("2026-01-01"), max: at("2030-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...catalogue), day, ({ definition }, date) => {
        const from = countingFiled(date);
        const promised = promisedDay(definition, from);
        expect(isoDay(dueInstant(definition, from)) <= promised).toBe(true);
        const law = promisedDay({ ...definition, maxDays: 9_999 }, from);
        expect(promised <= law).toBe(true);
      }),
    );
  });
});

describe("a demande to which something was missing", () => {
  const waited: readonly Move[] = [
    { from: "pending", to: "incomplete", at: at("2027-01-10") },
    { from: "incomplete", to: "rectified", at: at("2027-01-20") },
  ];
  const counted = (moves = waited, now?: Date) => countingFrom(at("2027-01-01"), moves, now);

  it("suspends the delay of a refusal: ten days waited are ten days more (CRPA, art. L. 114-5)", () => {
    const { promise, law } = delayView(delays, counted());
    expect(plain(promise)).toContain("le 19 février 2027 au plus tard");
    expect(plain(law[0])).toContain(
      "Le 11 mars 2027 est la date que fixe la loi : 2 mois après la réception de votre demande, et 10 jours de plus, pendant lesquels il manquait quelque chose.",
    );
    expect(plain(law[1])).toContain("le 11 mars 2027, votre demande sera rejetée");
    expect(plain(law.at(-1))).toContain("s’arrête alors, et reprend");
  });

  it("begins the delay of an acceptance at the reception of what was missing (same article)", () => {
    const { law } = delayView({ ...delays, silence: "accepts" }, counted());
    expect(plain(law[0])).toContain(
      "Le 20 mars 2027 est la date que fixe la loi : 2 mois après la réception de ce qui",
    );
    expect(plain(law.at(-1))).toContain("ne commence alors qu’à la réception");
  });

  it("counts each time, what came on paper too, and what is still awaited only once it is there", () => {
    const twice: Move[] = [
      ...waited,
      { from: "rectified", to: "incomplete", at: at("2027-02-01") },
      { from: "incomplete", to: "complete", at: at("2027-02-04") },
      { from: "complete", to: "incomplete", at: at("2027-02-10") },
    ];
    expect(counted(twice)).toEqual({ filedAt: at("2027-01-01"), from: at("2027-02-04"), waitedDays: 13 });
    expect(counted(twice, at("2027-02-11"))).toMatchObject({ from: at("2027-02-11"), waitedDays: 14 });
    expect(counted([{ from: "pending", to: "incomplete", at: at("2027-01-10") }])).toEqual(filed("2027-01-01"));
  });

  it("says that the day of the law is over, where the service asked too late, and promises all the same", () => {
    const late: Move[] = [
      { from: "pending", to: "incomplete", at: at("2027-04-01") },
      { from: "incomplete", to: "rectified", at: at("2027-05-01") },
    ];
    const { promise, law } = delayView(delays, counted(late));
    expect(plain(promise)).toContain("le 31 mai 2027");
    expect(plain(law[0])).toContain("Le 31 mars 2027 était la date que fixe la loi");
  });
});

describe("the two dates, read while nobody has answered", () => {
  const voirie = { name: "Service de la voirie", phone: "01 99 00 00 01" };
  const read = (today: string, of: Parameters<typeof delayToday>[0] = delays) =>
    delayToday(of, filed("2026-11-29"), today, voirie);

  it("are those of the filing as long as neither is past, its own day included", () => {
    expect(read("2026-12-29")).toEqual({ ...delayView(delays, filed("2026-11-29")), isOver: false });
  });

  it("say in the past a promise that was not kept, and whom to call; the law is still to come", () => {
    const { promise, law, isOver } = read("2026-12-30");
    expect(plain(promise)).toBe(
      "Nous devions vous répondre le 29 décembre 2026 au plus tard (30 jours) : ce n’est pas fait. Contactez le service avec le numéro de votre demande : Service de la voirie, 01 99 00 00 01.",
    );
    expect(plain(law[1])).toContain("le 29 janvier 2027, votre demande sera rejetée");
    expect(isOver).toBe(false);
    expect(read("2027-01-29").isOver).toBe(false);
  });

  it("say what the law decided from the day after, and what may be done, as long as it may", () => {
    const { law, lawTitle, isOver } = read("2027-01-30");
    expect(isOver).toBe(true);
    expect(plain(lawTitle)).toContain("Vous n’avez pas eu de réponse");
    expect(plain(law.join(" "))).toContain("Le 29 janvier 2027 était la date que fixe la loi");
    expect(plain(law.join(" "))).toContain("votre demande était rejetée ce jour-là");
    expect(plain(law.join(" "))).toContain("Vous avez deux mois à partir de ce jour pour contester ce rejet");
    expect(plain(law.join(" "))).not.toMatch(/sera rejetée|avez alors/);
    expect(plain(read("2027-03-30").law.join(" "))).toContain("Vous avez deux mois");
    expect(plain(read("2027-12-30").law.join(" "))).toContain("ce délai est en principe passé");
  });

  it("say that a demande is accepted since then, where silence accepts, and what to ask for", () => {
    const { law, isOver } = read("2027-01-30", { ...delays, silence: "accepts" });
    expect(isOver).toBe(true);
    expect(plain(law.join(" "))).toContain("votre demande est acceptée depuis ce jour");
    expect(plain(law.join(" "))).toContain("Vous pouvez demander au service une attestation");
    expect(plain(law.join(" "))).not.toContain("rejet");
  });
});

describe("what was promised on paper", () => {
  const service = { name: "Scolarité", organisation: "Ville de Belleval", address: "1 place du Parvis" };

  it("is said with where and until when, in time for the answer", () => {
    const view = papersView(["Livret de famille"], service, delays, filed("2026-11-29"));
    expect(plain(view ? papersParagraph(view) : "")).toBe(
      "Vous avez choisi de remettre sur papier :\n– Livret de famille\nApportez ou envoyez cette pièce le 14 décembre 2026 au plus tard, avec le numéro de votre demande, à cette adresse : Scolarité, Ville de Belleval, 1 place du Parvis.",
    );
    expect(plain(papersView(["A", "B"], service, { ...delays, maxDays: 3 }, filed("2026-11-29"))?.sentence)).toContain(
      "ces pièces le 1er décembre 2026",
    );
  });

  it.each([
    [1, "30 novembre 2026"],
    [2, "30 novembre 2026"],
    [5, "2 décembre 2026"],
    [10, "6 décembre 2026"],
    [15, "11 décembre 2026"],
    [18, "14 décembre 2026"],
    [60, "14 décembre 2026"],
  ])("leaves the service time to read it before the day promised, %i days after the filing", (maxDays, until) => {
    const view = papersView(["A"], service, { ...delays, maxDays }, filed("2026-11-29"));
    expect(plain(view?.sentence)).toContain(`le ${until} au plus tard`);
  });

  it("is not spoken of when nothing was", () => {
    expect(papersView([], service, delays, filed("2026-11-29"))).toBeNull();
  });
});
