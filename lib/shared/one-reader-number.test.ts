import {
  type Door,
  changedRelation,
  changedAddress,
  changedContact,
  posted,
  asked,
  whole,
  relation,
} from "@/db/test/doors";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { filterJournalSchema } from "@/lib/audit/schema";
import { addRelationSchema } from "@/lib/relations/schema";
import { addWalletDocumentSchema } from "@/lib/wallet/schema";
import { showPhone } from "./phone";

describe("a telephone number", () => {
  const doors: Record<string, Door> = {
    profile: changedContact("phone"),
    "profile, mobile": changedContact("mobile"),
    "relation, added": posted(addRelationSchema, relation, "phone"),
    "relation, changed": changedRelation("phone"),
    démarche: asked({ type: "phone" }, whole),
  };
  const kept = [
    ["06 12 34 56 78", "+33612345678"],
    ["06.12.34.56.78", "+33612345678"],
    ["+33 (0)6 12 34 56 78", "+33612345678"],
    ["0033 6 12 34 56 78", "+33612345678"],
    ["\u202a06 12 34 56 78\u202c", "+33612345678"],
    ["0692 12 34 56", "+262692123456"],
    ["06 92 12 34 56", "+262692123456"],
    ["+33 692 12 34 56", "+262692123456"],
    ["+262 692 12 34 56", "+262692123456"],
    ["0693 01 23 45", "+262693012345"],
    ["0262 12 34 56", "+262262123456"],
    ["0269 61 23 45", "+262269612345"],
    ["0639 12 34 56", "+262639123456"],
    ["06 39 98 00 09", "+33639980009"],
    ["0590 29 00 00", "+590590290000"],
    ["0690 12 34 56", "+590690123456"],
    ["0596 12 34 56", "+596596123456"],
    ["0696 12 34 56", "+596696123456"],
    ["0697 12 34 56", "+596697123456"],
    ["0594 25 12 34", "+594594251234"],
    ["0694 20 12 34", "+594694201234"],
    ["0508 41 12 34", "+508411234"],
    ["0708 40 12 34", "+508708401234"],
    ["09 39 80 12 34", "+262939801234"],
    ["09 47 90 12 34", "+262947901234"],
    ["09 47 50 12 34", "+590947501234"],
    ["09 47 60 12 34", "+594947601234"],
    ["09 47 70 12 34", "+596947701234"],
    ["09 76 20 12 34", "+33976201234"],
    ["09 72 12 34 56", "+33972123456"],
    ["+32 470 12 34 56", "+32470123456"],
  ] as const;

  it.each(Object.entries(doors))("is read the same way: %s", (_name, door) => {
    for (const [typed, expected] of kept) expect([typed, door(typed)]).toEqual([typed, expected]);
    for (const typed of ["06 12 34 56", "12", "abc", "06 12 34 56 78 90", "+33 6 12", "06 12 34 56 78 ext. 3"])
      expect([typed, door(typed)]).toEqual([typed, null]);
  });

  it.each(kept)("can be dialled from abroad: %s is %s", (_typed, expected) => {
    expect(parsePhoneNumberFromString(expected)?.isPossible()).toBe(true);
  });

  it("is shown as it is dialled in France", () => {
    expect(showPhone("+262692123456")).toBe("0692 12 34 56");
    expect(showPhone("+33692123456")).toBe("0692 12 34 56");
    expect(showPhone("+33612345678")).toBe("06 12 34 56 78");
    expect(showPhone("+32470123456")).toBe("+32 470 12 34 56");
  });
});

describe("a day", () => {
  const boxes = { day: "", month: "", year: "" };
  const doors: Record<string, Door> = {
    "relation's birth": posted(addRelationSchema, { ...relation, birthDate: boxes }, "birthDate.day"),
    "validity of a paper": posted(
      addWalletDocumentSchema,
      { type: "other", validity: "date", validUntil: boxes },
      "validUntil.day",
    ),
    journal: posted(filterJournalSchema, { du: boxes, au: boxes }, "du.day"),
    démarche: asked({ type: "date" }, (typed) => ({ "s.f.day": typed })),
    "démarche, person's birth": asked(
      { type: "person", from: ["account"], asks: ["birthDate"] },
      (typed) => ({ "s.f.firstName": "A", "s.f.lastName": "B", "s.f.birthDate.day": typed }),
      "birthDate",
    ),
  };
  /** Of a date, a schema keeps the day at the root of its boxes. */
  const read = (name: string, typed: string): unknown => {
    if (name === "relation's birth")
      return addRelationSchema.safeParse({ ...relation, birthDate: { ...boxes, day: typed } }).data?.birthDate ?? null;
    if (name === "validity of a paper")
      return (
        addWalletDocumentSchema.safeParse({ type: "other", validity: "date", validUntil: { ...boxes, day: typed } })
          .data?.validUntil ?? null
      );
    if (name === "journal")
      return filterJournalSchema.safeParse({ du: { ...boxes, day: typed }, au: boxes }).data?.du ?? null;
    return doors[name]?.(typed);
  };

  it.each(Object.keys(doors))("is read the same way when it stands whole in the first box: %s", (name) => {
    for (const [typed, expected] of [
      ["1er février 1994", "1994-02-01"],
      ["1 er février 1994", "1994-02-01"],
      ["12 mars 1995", "1995-03-12"],
      ["dimanche 12 mars 1995", "1995-03-12"],
      ["01.02.1994", "1994-02-01"],
      ["1/2/1994", "1994-02-01"],
      ["1994-02-01", "1994-02-01"],
      ["01021994", "1994-02-01"],
    ])
      expect([typed, read(name, typed ?? "")]).toEqual([typed, expected]);
    for (const typed of ["31 février 1994", "12 mars"]) expect([typed, read(name, typed)]).toEqual([typed, null]);
  });
});

describe("an IBAN", () => {
  const door = asked({ type: "iban" }, whole);
  it.each([
    "FR7630006000011234567890189",
    "fr76 3000 6000 0112 3456 7890 189",
    "IBAN : FR76 3000 6000 0112 3456 7890 189",
    "IBAN FR76 3000 6000 0112 3456 7890 189",
    "FR76.3000.6000.0112.3456.7890.189",
    "FR76-3000-6000-0112-3456-7890-189",
    "FR76\u00a03000\u00a06000\u00a00112\u00a03456\u00a07890\u00a0189",
  ])("is read as it is copied from a RIB: %s", (typed) => expect(door(typed)).toBe("FR7630006000011234567890189"));
});

describe("a French postal code", () => {
  const doors: Record<string, Door> = {
    profile: changedAddress("postalCode"),
    "relation, added": posted(addRelationSchema, relation, "postalCode"),
    "relation, changed": changedRelation("postalCode"),
    "démarche, commune": asked(
      { type: "commune" },
      (typed) => ({ "s.f.postalCode": typed, "s.f.commune": "Amiens" }),
      "postalCode",
    ),
    "démarche, address": asked(
      { type: "address" },
      (typed) => ({ "s.f.line": "1 rue", "s.f.postalCode": typed, "s.f.commune": "Amiens" }),
      "postalCode",
    ),
  };
  it.each(Object.entries(doors))("is read the same way: %s", (_name, door) => {
    for (const typed of ["80000", " 80 000 ", "F-80000", "80000\u200b"])
      expect([typed, door(typed)]).toEqual([typed, "80000"]);
    for (const typed of ["8000", "2A000", "800000", "Amiens"]) expect([typed, door(typed)]).toEqual([typed, null]);
  });
});
