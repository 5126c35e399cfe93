import fc from "fast-check";
import { catalogue } from "@/lib/demarches/catalogue/all";
import { isoDay } from "@/lib/shared/dates";
import { delayView, dueInstant, promisedDay } from "./delays";
import { papersParagraph, papersView } from "./papers";

const delays = { maxDays: 30, silence: "refuses", silenceMonths: 2 } as const;
/** Spaces that do not break, read as any other. */
const plain = (text: string | undefined) => (text ?? "").replaceAll("\u00a0", " ");
const at = (day: string) => new Date(`${day}T10:00:00Z`);

describe("the two dates of a demande", () => {
  it("are told together: the promise first, then the date of the law, one by the other", () => {
    const { promise, law } = delayView(delays, at("2026-11-29"));
    expect(plain(promise)).toBe("Nous nous engageons à vous répondre le 29 décembre 2026 au plus tard (30 jours).");
    expect(plain(law[0])).toBe(
      "Le 29 décembre 2026 est notre engagement. Le 29 janvier 2027 est la date que fixe la loi : 2 mois après la réception de votre demande.",
    );
    expect(plain(law[1])).toContain("Sans réponse de notre part le 29 janvier 2027, votre demande sera rejetée");
  });

  it("are one where the promise lasts as long as the law, in a short month too", () => {
    const long = { ...delays, maxDays: 60 };
    expect(promisedDay(long, at("2027-01-01"))).toBe("2027-03-01");
    expect(isoDay(dueInstant(long, at("2027-01-01")))).toBe("2027-03-01");
    const { promise, law } = delayView(long, at("2027-01-01"));
    expect(plain(promise)).toBe("Nous nous engageons à vous répondre le 1er mars 2027 au plus tard (2 mois).");
    expect(law[0]).toContain("est aussi le jour que fixe la loi");
  });

  it("never promise after the law, in any démarche of the catalogue, on any day", () => {
    const day = fc.date({ min: at("2026-01-01"), max: at("2030-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...catalogue), day, ({ definition }, from) => {
        const promised = promisedDay(definition, from);
        expect(isoDay(dueInstant(definition, from)) <= promised).toBe(true);
        const law = promisedDay({ ...definition, maxDays: 9_999 }, from);
        expect(promised <= law).toBe(true);
      }),
    );
  });
});

describe("what was promised on paper", () => {
  const service = { name: "Scolarité", organisation: "Ville de Belleval", address: "1 place du Parvis" };

  it("is said with where and until when, in time for the answer", () => {
    const view = papersView(["Livret de famille"], service, delays, at("2026-11-29"));
    expect(plain(view ? papersParagraph(view) : "")).toBe(
      "Vous avez choisi de remettre sur papier :\n– Livret de famille\nApportez ou envoyez cette pièce le 14 décembre 2026 au plus tard, avec le numéro de votre demande, à cette adresse : Scolarité, Ville de Belleval, 1 place du Parvis.",
    );
    expect(plain(papersView(["A", "B"], service, { ...delays, maxDays: 3 }, at("2026-11-29"))?.sentence)).toContain(
      "ces pièces le 2 décembre 2026",
    );
  });

  it("is not spoken of when nothing was", () => {
    expect(papersView([], service, delays, at("2026-11-29"))).toBeNull();
  });
});
