import { eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/platform";
import { portalSettings } from "@/db/schema/organisation";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { demonstrationPortal, portalKey } from "../settings/portal";
import { findPortal } from "../queries/find-portal";
import { accessibilityFormSchema } from "../schema/accessibility";
import { newAdmin } from "@/lib/staff/testing";
import { changeAccessibility } from "./change-accessibility";

let admin: Admin;
beforeAll(async () => {
  admin = await newAdmin();
});
afterAll(() => database().$client.end());

const typed = {
  rate: "87,506 %",
  auditor: "Un cabinet d’essai",
  auditedOn: { day: "3", month: "octobre", year: "2026" },
  statedOn: { day: "1", month: "11", year: "2026" },
  defects: "- Le plan du marché n’a pas de texte\n\n• Deux vidéos sans sous-titres ",
  exemptions: "",
  schemeUrl: "https://valfleuri.example/schema",
  planUrl: "",
};
const read = (changes: object = {}) => accessibilityFormSchema.safeParse({ ...typed, ...changes });
const wrongFields = (changes: object) => read(changes).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("what the town declares of the accessibility of its portal", () => {
  it("is « non conforme », without audit, for a town whose settings are older than the declaration", async () => {
    const { accessibility: _none, ...older } = demonstrationPortal;
    await database().insert(portalSettings).values({ key: portalKey, value: older, updatedAt: new Date() });
    expect((await findPortal()).accessibility).toMatchObject({ audit: null, schemeUrl: "", defects: [] });
    expect((await findPortal()).town).toBe(older.town);
  });

  it("is written with its audit, its defects and its date, beside what the town says elsewhere, and told in the journal", async () => {
    expect((await changeAccessibility(admin, accessibilityFormSchema.parse(typed))).ok).toBe(true);
    const portal = await findPortal();
    expect(portal.accessibility).toEqual({
      audit: { rate: 87.5, auditor: "Un cabinet d’essai", date: "2026-10-03" },
      statedOn: "2026-11-01",
      defects: ["Le plan du marché n’a pas de texte", "Deux vidéos sans sous-titres"],
      exemptions: [],
      schemeUrl: "https://valfleuri.example/schema",
      planUrl: "",
    });
    expect(portal.town).toBe(demonstrationPortal.town);
    const rows = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, portalKey));
    expect(rows).toMatchObject([
      { verb: "settings.changed", actorId: admin.agentId, details: { part: "accessibility" } },
    ]);
  });

  it("is for administrators alone", async () => {
    const form = accessibilityFormSchema.parse(typed);
    for (const actor of [anonymous, { ...admin, kind: "agent" } satisfies Agent])
      await expect(changeAccessibility(actor, form)).rejects.toThrow(NotFound);
  });

  it("has its audit whole or not at all, a date, and addresses that open", () => {
    const none = { rate: "", auditor: "", auditedOn: { day: "", month: "", year: "" } };
    expect(read(none).data).toMatchObject({ audit: null });
    expect(wrongFields({ rate: "" })).toEqual(["rate"]);
    expect(wrongFields({ ...none, auditor: "Un cabinet" })).toEqual(["rate", "auditedOn"]);
    expect(wrongFields({ rate: "101" })).toEqual(["rate"]);
    expect(wrongFields({ rate: "beaucoup" })).toEqual(["rate"]);
    expect(wrongFields({ statedOn: { day: "", month: "", year: "" } })).toEqual(["statedOn"]);
    expect(wrongFields({ auditedOn: { day: "31", month: "2", year: "2026" } })).toEqual([
      expect.stringMatching(/^auditedOn/),
    ]);
    expect(wrongFields({ planUrl: "javascript:alert(1)" })).toEqual(["planUrl"]);
  });
});
