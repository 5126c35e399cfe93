import sharp from "sharp";
import { eq } from "drizzle-orm";
import { auditEvents } from "@/db/schema/platform";
import { anonymous, type Admin, type Agent } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import { portalKey, unnamedPortal } from "../settings/portal";
import { findLogo, findPortal, getPortalSetting } from "../queries/find-portal";
import { portalFormSchema } from "../schema/portal";
import { newAdmin } from "@/lib/staff/testing";
import { writePortal } from "../settings/write-portal";
import { changeLogo, changePortal, removeLogo } from "./change-portal";

let admin: Admin;
beforeAll(async () => {
  admin = await newAdmin();
});
afterAll(() => database().$client.end());

const typed = {
  town: "Valfleuri",
  title: "Mes démarches",
  colours: { primary: "#1e3a8a", accent: "#b45309" },
  contact: {
    service: "Accueil",
    email: "Mairie@valfleuri.example",
    phone: "01 99 00 00 20",
    address: "1 rue de l’Essai\n\n 99000 Valfleuri ",
    hours: "Le matin",
  },
  legal: { publisher: "Ville", director: "Le maire", host: "L’hébergeur", dpoEmail: "dpo@valfleuri.example" },
};
const form = (changes: object = {}) => portalFormSchema.parse({ ...typed, ...changes });
const strangers = () => [anonymous, { ...admin, kind: "agent" } satisfies Agent];

const writePortalAsNew = () => database().transaction((tx) => writePortal(tx, () => unnamedPortal));

async function parts(): Promise<unknown[]> {
  const rows = await database().select().from(auditEvents).where(eq(auditEvents.subjectId, portalKey));
  return rows.map(({ verb, details }) => [verb, details]);
}

describe("what the town says of itself", () => {
  it("is written as it was typed, shown by every page, and told in the journal", async () => {
    expect((await changePortal(admin, form())).ok).toBe(true);
    const portal = await findPortal();
    expect(portal).toMatchObject({
      town: "Valfleuri",
      contact: { email: "mairie@valfleuri.example", address: ["1 rue de l’Essai", "99000 Valfleuri"] },
      theme: { light: { primary: "#1e3a8a" } },
    });
    expect(await parts()).toEqual([["settings.changed", { part: "town" }]]);
  });

  it("is not written without an address to write to, where the town had none", async () => {
    await writePortalAsNew();
    const empty = form({ contact: { ...typed.contact, email: "" }, legal: { ...typed.legal, dpoEmail: "" } });
    expect(await changePortal(admin, empty)).toMatchObject({ ok: false, reason: "invalid" });
    expect((await getPortalSetting(admin)).town).toBe(unnamedPortal.town);
    expect((await changePortal(admin, form())).ok).toBe(true);
  });

  it("is not written with a colour that does not read, and says which and what would", async () => {
    const pale = form({ town: "Autre", colours: { primary: "#ffd54f", accent: "#b45309" } });
    const answer = await changePortal(admin, pale);
    expect(answer).toMatchObject({ ok: false, reason: "unreadable_colour" });
    if (!answer.ok) expect(answer.details?.["colours.primary"]).toMatch(/trop claire.*Essayez #[0-9a-f]{6}/);
    expect((await findPortal()).town).toBe("Valfleuri");
  });

  it("keeps addresses and colours of older rules while another word changes, and judges them anew when they change", async () => {
    const old = { ...typed, colours: { primary: "#ffd54f", accent: "#ffd54f" } };
    const contact = { ...typed.contact, email: "mairie@valfleuri" };
    await database().transaction((tx) =>
      writePortal(tx, (before) => ({
        ...before,
        colours: old.colours,
        contact: { ...before.contact, email: contact.email },
      })),
    );
    const changed = portalFormSchema.parse({ ...old, contact: { ...contact, hours: "Le soir" } });
    expect((await changePortal(admin, changed)).ok).toBe(true);
    expect((await findPortal()).contact).toMatchObject({ email: "mairie@valfleuri", hours: "Le soir" });
    const other = portalFormSchema.parse({ ...old, contact: { ...contact, email: "mairie@ailleurs" } });
    expect(await changePortal(admin, other)).toMatchObject({
      reason: "invalid",
      details: { "contact.email": expect.stringContaining("@exemple.fr") as string },
    });
    const pale = portalFormSchema.parse({ ...old, contact, colours: { ...old.colours, accent: "#ffe082" } });
    expect(await changePortal(admin, pale)).toMatchObject({ reason: "unreadable_colour" });
    expect((await changePortal(admin, form())).ok).toBe(true);
  });

  it("is for administrators alone", async () => {
    for (const actor of strangers()) {
      await expect(changePortal(actor, form())).rejects.toThrow(NotFound);
      await expect(changeLogo(actor, Buffer.from(""))).rejects.toThrow(NotFound);
      await expect(removeLogo(actor)).rejects.toThrow(NotFound);
      await expect(getPortalSetting(actor)).rejects.toThrow(NotFound);
    }
  });
});

describe("its logo", () => {
  const square = () =>
    sharp({ create: { width: 400, height: 200, channels: 3, background: "#1e3a8a" } })
      .jpeg()
      .toBuffer();

  it("is drawn anew at twice its size on screen, and named by what it shows", async () => {
    expect((await changeLogo(admin, await square())).ok).toBe(true);
    const { logo } = await findPortal();
    const kept = await findLogo();
    expect(logo).toEqual({ src: `/api/logo/${kept?.version ?? ""}`, width: 88, height: 44 });
    expect(await sharp(kept?.png).metadata()).toMatchObject({ format: "png", width: 176, height: 88 });
    expect((await findPortal()).town).toBe("Valfleuri");
  });

  it("keeps of an SVG its drawing alone", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script><rect width="10" height="10" fill="red"/></svg>`;
    expect((await changeLogo(admin, Buffer.from(svg))).ok).toBe(true);
    const kept = await findLogo();
    expect(await sharp(kept?.png).metadata()).toMatchObject({ format: "png", width: 88, height: 88 });
    expect(kept?.png.includes("alert")).toBe(false);
  });

  it("is refused when it is no image, or too heavy", async () => {
    expect(await changeLogo(admin, Buffer.from("%PDF-1.4"))).toMatchObject({ reason: "unreadable_image" });
    expect(await changeLogo(admin, Buffer.alloc(500_001))).toMatchObject({ reason: "too_large" });
    expect(await findLogo()).not.toBeNull();
  });

  it("can be removed", async () => {
    expect((await removeLogo(admin)).ok).toBe(true);
    expect((await findPortal()).logo).toBeNull();
    expect(await findLogo()).toBeNull();
    expect((await parts()).at(-1)).toEqual(["settings.changed", { part: "logo" }]);
  });
});
