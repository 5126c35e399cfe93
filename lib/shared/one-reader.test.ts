import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { z } from "zod";
import { parseEnv } from "@/lib/kernel/env";
import {
  addressSchema,
  changeEmailSchema,
  contactSchema,
  finaliseSchema,
  forgottenPasswordSchema,
  forgottenUsernameSchema,
  identitySchema,
  inviteSchema,
  signInLinkSchema,
  signInSchema,
} from "@/lib/accounts/schema";
import { askRecoverySchema } from "@/lib/accounts/schema/agent";
import { identityAccountSchema, identityEmailSchema } from "@/lib/accounts/schema/identity";
import { filterJournalSchema } from "@/lib/audit/schema";
import type { RawValues, SimpleField } from "@/lib/demarches/form";
import { readField } from "@/lib/demarches/values/stored";
import { askDraftLinkSchema, askFollowLinkSchema, correctContactSchema } from "@/lib/demandes/schema";
import {
  agentSignInSchema,
  askBrowserLinkSchema,
  changeAgentSchema,
  inviteAgentSchema,
} from "@/lib/organisation/schema";
import { portalFormSchema } from "@/lib/organisation/schema/portal";
import { addRelationSchema, changeRelationSchema } from "@/lib/relations/schema";
import { addWalletDocumentSchema } from "@/lib/wallet/schema";
import { toMailServers } from "./email";
import { newId } from "./ids";
import { showPhone } from "./phone";

/**
 * One table of inputs for each datum, run through every door that takes it: what one door keeps, every door keeps. A door added later
 * is read by the same reader, or the linter stops it (scripts/lint/one-reader.mjs).
 */
type Door = (typed: string) => unknown;

/** What a schema made of one control; null when it refused it. */
function posted(schema: z.ZodType, base: Record<string, unknown>, path: string): Door {
  return (typed) => {
    const parsed = schema.safeParse(planted(base, path, typed));
    if (parsed.success) return picked(parsed.data, path);
    return parsed.error.issues.some((issue) => issue.path.join(".").startsWith(path)) ? null : "accepted here";
  };
}

function planted(base: Record<string, unknown>, path: string, typed: unknown): Record<string, unknown> {
  const [key = "", ...rest] = path.split(".");
  const inner = base[key];
  const nested = typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>) : {};
  return { ...base, [key]: rest.length === 0 ? typed : planted(nested, rest.join("."), typed) };
}

function picked(data: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], data);
}

type Without<T> = T extends SimpleField ? Omit<T, "key" | "label"> : never;

/** The same through a field of a démarche; `part` of what is stored. */
function asked(definition: Without<SimpleField>, raw: (typed: string) => RawValues, part?: string): Door {
  const field = { key: "f", label: "Champ", ...definition } as SimpleField;
  return (typed) => {
    const { reading, stored } = readField(field, "s.f", raw(typed), { today: "2026-11-23", isSignedIn: false });
    if (reading.kind !== "value") return null;
    return part ? (stored as Record<string, unknown>)[part] : stored;
  };
}

const whole = (typed: string) => ({ "s.f": typed });
const id = newId();
const password = { password: "quatre moulins bleus", passwordConfirmation: "quatre moulins bleus" };
const agentFacts = { email: "a@exemple.fr", name: "Camille Martin", role: "agent", services: [] };
const relation = { role: "spouse", firstName: "Camille", lastName: "Martin" };
const town = {
  town: "Belleval",
  title: "Parvis",
  colours: { primary: "#000", accent: "#fff" },
  contact: { service: "Accueil", email: "a@exemple.fr", phone: "03", address: "1", hours: "9 h" },
  organisations: [{ name: "Mairie", role: "Tout" }],
  legal: { publisher: "a", director: "b", host: "c", dpoEmail: "a@exemple.fr" },
};

describe("an e-mail address", () => {
  const doors: Record<string, Door> = {
    inscription: posted(inviteSchema, { kind: "personal" }, "email"),
    "sign in": posted(signInSchema, { password: "x" }, "identifier"),
    "lost password": posted(forgottenPasswordSchema, {}, "identifier"),
    "link to sign in": posted(signInLinkSchema, {}, "identifier"),
    "lost identifiant": posted(forgottenUsernameSchema, {}, "email"),
    "change of address": posted(changeEmailSchema, { currentPassword: "x" }, "email"),
    "FranceConnect, known": posted(identityEmailSchema, {}, "email"),
    "FranceConnect, new": posted(identityAccountSchema, { kind: "personal" }, "email"),
    "recovery by an agent": posted(askRecoverySchema, { accountId: id, proof: "vu" }, "newEmail"),
    "relation, added": posted(addRelationSchema, relation, "email"),
    "relation, changed": posted(changeRelationSchema, { ...relation, relationId: id }, "email"),
    "address put right": posted(correctContactSchema, { demandeId: id }, "email"),
    "link of a draft": posted(askDraftLinkSchema, { demandeId: id }, "email"),
    suivi: posted(askFollowLinkSchema, { number: "x" }, "email"),
    démarche: asked({ type: "email" }, whole),
    "agent, sign in": posted(agentSignInSchema, { password: "x" }, "email"),
    "agent, invitation": posted(inviteAgentSchema, agentFacts, "email"),
    "agent, unknown browser": posted(askBrowserLinkSchema, {}, "email"),
    "town, contact": posted(portalFormSchema, town, "contact.email"),
    "town, data protection": posted(portalFormSchema, town, "legal.dpoEmail"),
    "first administrator": (typed) => {
      const key = "A".repeat(43);
      const base = {
        DATABASE_URL: "postgres://a@b/c",
        APP_URL: "http://localhost:3000",
        MASTER_KEY: key,
        SESSION_SECRET: key,
      };
      try {
        return parseEnv({ ...base, FIRST_ADMIN_EMAIL: typed }).FIRST_ADMIN_EMAIL;
      } catch {
        return null;
      }
    },
  };
  const kept = [
    ["  Prenom.Nom@Exemple.FR ", "prenom.nom@exemple.fr"],
    ["essai@bibliothèque.example.org", "essai@bibliothèque.example.org"],
    ["essai@xn--bibliothque-59a.example.org", "essai@bibliothèque.example.org"],
    ["essai@BIBLIOTHÈQUE.example.org", "essai@bibliothèque.example.org"],
    ["essai@bibliothe\u0300que.example.org", "essai@bibliothèque.example.org"],
    ["essai@straße.example", "essai@straße.example"],
    ["camille@exemple.fr\u200b", "camille@exemple.fr"],
    ["cam\u00adille@exem\u00adple.fr", "camille@exemple.fr"],
    ["\ufeffcamille\u200d@exemple.fr\u2060", "camille@exemple.fr"],
    ["camille @ exemple.fr", "camille@exemple.fr"],
    ["camille@exemple.fr.", "camille@exemple.fr"],
    ["o’neil@exemple.fr", "o'neil@exemple.fr"],
    ["élodie@exemple.fr", "élodie@exemple.fr"],
    ["a+b@c.co", "a+b@c.co"],
  ] as const;
  const refused = [
    "nom@exemple",
    "nom@",
    "@exemple.fr",
    "a b@exemple.fr",
    "a@b@c.fr",
    "a@b..fr",
    "a@1.2",
    "a@0x7f.1",
    "a,b@c.fr",
    "jean<x>@c.fr",
    `${"a".repeat(65)}@c.fr`,
    `a@${"b".repeat(64)}.fr`,
  ];
  const isSignIn = (name: string) => /sign in$|^lost password|^link to/.test(name) && !name.startsWith("agent");

  it.each(Object.entries(doors))("is read the same way: %s", (name, door) => {
    for (const [typed, expected] of kept) expect([typed, door(typed)]).toEqual([typed, expected]);
    // An identifiant may be anything: what is no address opens nothing.
    if (!isSignIn(name)) for (const typed of refused) expect([typed, door(typed)]).toEqual([typed, null]);
  });

  it("leaves for mail servers in the form that they know", () => {
    expect(toMailServers("essai@bibliothèque.example.org")).toBe("essai@xn--bibliothque-59a.example.org");
    expect(toMailServers("a@exemple.fr")).toBe("a@exemple.fr");
  });
});

describe("a part of a name", () => {
  const finalise = { firstName: "Camille", lastName: "Martin", ...password, terms: "yes", jeton: "x" };
  const identity = { civility: "", firstName: "Camille", lastName: "Martin" };
  const doors: Record<string, Door> = {
    "inscription, first name": posted(finaliseSchema, finalise, "firstName"),
    "inscription, name": posted(finaliseSchema, finalise, "lastName"),
    "profile, first name": posted(identitySchema, identity, "firstName"),
    "profile, name": posted(identitySchema, identity, "lastName"),
    "relation, first name": posted(addRelationSchema, relation, "firstName"),
    "relation, name": posted(changeRelationSchema, { ...relation, relationId: id }, "lastName"),
    "démarche, name": asked({ type: "text", format: "name" }, whole),
    "démarche, person": asked(
      { type: "person", from: ["account"], asks: [] },
      (typed) => ({ "s.f.firstName": "Camille", "s.f.lastName": typed }),
      "lastName",
    ),
    "agent, invited": posted(inviteAgentSchema, agentFacts, "name"),
    "agent, changed": posted(changeAgentSchema, { ...agentFacts, agentId: id }, "name"),
  };
  const kept = [
    ["  Jean  Martin ", "Jean Martin"],
    ...["'", "’", "‘", "´", "`", "′", "ʼ", "＇"].map((sign) => [`d${sign}Artagnan`, "d’Artagnan"] as const),
    ["Straße-O´Brien", "Straße-O’Brien"],
    ["Marie‑Claire", "Marie-Claire"],
    ["cafe\u0301", "café"],
    ["Mar\u200btin", "Martin"],
    ["Łukasiewicz", "Łukasiewicz"],
    ["J.-B.", "J.-B."],
    ["Élodie, Marie", "Élodie, Marie"],
    ["李", "李"],
    ["Αλέξης", "Αλέξης"],
    ["a".repeat(100), "a".repeat(100)],
  ] as const;
  const refused = [
    "🙂",
    "Camille 🙂",
    "https://exemple.fr",
    "www.exemple.fr",
    "exemple.com",
    "-",
    "'",
    ".",
    "Jean2",
    "<b>Jean</b>",
    "jean@exemple.fr",
    "Martin (dit Petit) 2",
    "Dupont (née Martin)",
    "Dupont / Martin",
    "a".repeat(101),
  ];

  it.each(Object.entries(doors))("is read the same way: %s", (_name, door) => {
    for (const [typed, expected] of kept) expect([typed, door(typed)]).toEqual([typed, expected]);
    for (const typed of refused) expect([typed, door(typed)]).toEqual([typed, null]);
  });

  it("says what to write instead of two names", () => {
    const parsed = identitySchema.safeParse({ ...identity, lastName: "Dupont (née Martin)" });
    expect(parsed.error?.issues[0]?.message.replaceAll("\u00a0", " ")).toBe(
      "Le nom s’écrit seul, sans parenthèse ni barre : par exemple « Dupont », et non « Dupont (née Martin) ».",
    );
  });
});

describe("a telephone number", () => {
  const contact = { preferredContact: "email" };
  const doors: Record<string, Door> = {
    profile: posted(contactSchema, contact, "phone"),
    "profile, mobile": posted(contactSchema, contact, "mobile"),
    "relation, added": posted(addRelationSchema, relation, "phone"),
    "relation, changed": posted(changeRelationSchema, { ...relation, relationId: id }, "phone"),
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
    ["0590 29 00 00", "+590590290000"],
    ["0690 12 34 56", "+590690123456"],
    ["0596 12 34 56", "+596596123456"],
    ["0696 12 34 56", "+596696123456"],
    ["0697 12 34 56", "+596697123456"],
    ["0594 25 12 34", "+594594251234"],
    ["0694 20 12 34", "+594694201234"],
    ["0508 41 12 34", "+508411234"],
    ["0708 40 12 34", "+508708401234"],
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
    for (const typed of ["31 février 1994", "12 mars", "mars 1994"])
      expect([typed, read(name, typed)]).toEqual([typed, null]);
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
    profile: posted(addressSchema, {}, "postalCode"),
    "relation, added": posted(addRelationSchema, relation, "postalCode"),
    "relation, changed": posted(changeRelationSchema, { ...relation, relationId: id }, "postalCode"),
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
