import { inscriptionScolaire } from "@/catalogue/inscription-scolaire";
import type { FormContext } from "@/lib/demarches/form";
import { oddPlaces } from "./odd-places";
import { officialCommunes } from "./official-communes";

const at = (postalCode: string, commune: string, country?: string) => ({
  "a.b.postalCode": postalCode,
  "a.b.commune": commune,
  ...(country === undefined ? {} : { "a.b.country": country }),
});
const settled = async (raw: Record<string, string>) => (await officialCommunes(raw))["a.b.commune"];

describe("a commune typed in a démarche", () => {
  it("takes its official name, and that of its code where there is only one", async () => {
    expect(await settled(at("42 000", "st etienne"))).toBe("Saint-Étienne");
    expect(await settled(at("80000", "", "France"))).toBe("Amiens");
    expect(await settled(at("80480", "Ailleurs"))).toBe("Ailleurs");
  });

  it("is left alone in another country: « 20000 » of Morocco is never Ajaccio", async () => {
    expect(await settled(at("20000", "Casablanca", "Maroc"))).toBe("Casablanca");
    expect(await settled(at("20000", "", "Maroc"))).toBe("");
    expect(await settled(at("20000", "ajaccio", "Maroc"))).toBe("ajaccio");
  });

  it("adds no answer where the page has no such control", async () => {
    expect(await officialCommunes({ "a.b.postalCode": "80000" })).toEqual({ "a.b.postalCode": "80000" });
  });
});

describe("a place that does not hold together", () => {
  const context: FormContext = { today: "2026-11-23", isSignedIn: true, relations: [] };
  const { definition } = inscriptionScolaire;
  const abroad = { ...definition, applicant: { ...definition.applicant, mayLiveAbroad: true as const } };
  const odd = async (address: Record<string, string>) =>
    oddPlaces(abroad, "informations", { applicant: { address: { line: "1 rue", ...address } } }, context);

  it("is asked to be looked at again, with what was typed", async () => {
    expect(await odd({ postalCode: "80480", commune: "Lille" })).toEqual({
      "applicant.address.commune": expect.stringMatching(/«\u00a0Lille\u00a0» au code postal 80480/) as string,
    });
    expect(await odd({ postalCode: "20000", commune: "Ajaccio", country: "Maroc" })).toEqual({
      "applicant.address.country": expect.stringContaining("20000 Ajaccio") as string,
    });
  });

  it.each([
    [{ postalCode: "80480", commune: "Dury" }],
    [{ postalCode: "99000", commune: "Belleval" }],
    [{ postalCode: "20000", commune: "Casablanca", country: "Maroc" }],
    [{ postalCode: "", commune: "" }],
  ])("is none of %j", async (address) => expect(await odd(address)).toEqual({}));
});
