import { and, eq } from "drizzle-orm";
import { addCitizen, addDemarche, journalOf, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown, smallDefinition, type Town } from "@/db/test/filed-demande";
import { demarcheVersions } from "@/db/schema/demarches";
import { getDraft } from "@/lib/demandes/queries/find-draft";
import { listQueueDemarches } from "@/lib/demandes/queries/list-queue-demarches";
import type { Actor, Admin } from "@/lib/kernel/actor";
import { database } from "@/lib/kernel/database";
import { NotFound } from "@/lib/kernel/errors";
import type { DemarcheId } from "@/lib/shared/ids";
import type { DemarcheDefinition } from "../form";
import { currentFormat } from "../formats/upcasters";
import { findDemarche } from "../queries/find-demarche";
import { findDraftVersion } from "../queries/find-draft-version";
import { getVersion } from "../queries/get-version";
import { listEveryDemarche } from "../queries/list-every-demarche";
import { discardDraftVersion, publishDraftVersion, saveDraftVersion } from "./draft-version";

jest.setTimeout(90_000);

let town: Town;
let admin: Admin;
beforeAll(async () => {
  town = await buildTown();
  admin = town.admin;
});

const longer = (maxDays: number): DemarcheDefinition => ({ ...smallDefinition, maxDays });
/** A form that has the shape of one and could not work. */
const broken: DemarcheDefinition = {
  ...smallDefinition,
  sections: [...smallDefinition.sections, ...smallDefinition.sections],
};
const draftOf = async (demarcheId: DemarcheId) =>
  database()
    .select()
    .from(demarcheVersions)
    .where(and(eq(demarcheVersions.demarcheId, demarcheId), eq(demarcheVersions.number, 0)));
const strangers = () => [town.agent, town.citizen, { kind: "anonymous", guest: null } satisfies Actor];

describe("a draft", () => {
  it("is saved beside the published form, which alone is served", async () => {
    const demarcheId = await addDemarche(town, "saved");
    const before = await findDemarche("saved");
    expect(valueOf(await saveDraftVersion(admin, { slug: "saved", edition: 0, definition: longer(20) }))).toEqual({
      edition: 1,
    });
    expect(await findDraftVersion(admin, "saved")).toMatchObject({ edition: 1, definition: { maxDays: 20 } });
    const [draft] = await draftOf(demarcheId);
    expect(draft).toMatchObject({ publishedAt: null, definition: { format: currentFormat } });
    expect(await journalOf(demarcheId, "demarche.draft_saved")).toHaveLength(1);

    expect(await findDemarche("saved")).toEqual(before);
    await expect(getVersion(draft?.id ?? town.versionId)).rejects.toThrow(NotFound);
    const citizen = await addCitizen("draft-saved");
    const demandeId = await startedDraft(citizen, "saved");
    expect((await getDraft(citizen, demandeId)).definition.maxDays).toBe(10);
    expect((await listEveryDemarche(admin)).find(({ slug }) => slug === "saved")).toMatchObject({ version: 1 });
  });

  it("gives no service the sight of a démarche that it would be sent to once published", async () => {
    await addDemarche(town, "sent");
    const options = [{ value: "school", label: "École", service: "scolarite" }];
    const fields = [{ key: "services", type: "choices" as const, label: "Qui ?", options }];
    const definition = { ...smallDefinition, sections: [{ key: "sent", title: "Qui", fields }] };
    valueOf(await saveDraftVersion(admin, { slug: "sent", edition: 0, definition }));
    const slugs = async () => (await listQueueDemarches(town.stranger)).map(({ slug }) => slug);
    expect(await slugs()).not.toContain("sent");
    valueOf(await publishDraftVersion(admin, { slug: "sent", edition: 1 }));
    expect(await slugs()).toContain("sent");
  });

  it("is not overwritten by whoever read an older one, nor by two who save at once", async () => {
    await addDemarche(town, "twice");
    const save = (edition: number, maxDays: number) =>
      saveDraftVersion(admin, { slug: "twice", edition, definition: longer(maxDays) });
    const both = await Promise.all([save(0, 21), save(0, 22)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "changed_since" });
    expect(valueOf(await save(1, 23))).toEqual({ edition: 2 });
    expect(await save(1, 24)).toMatchObject({ ok: false, reason: "changed_since" });
    expect((await findDraftVersion(admin, "twice"))?.definition.maxDays).toBe(23);
  });

  it("may be a form that does not work yet, but not what has no shape of a form", async () => {
    const demarcheId = await addDemarche(town, "shape");
    const shapeless = { ...smallDefinition, colour: "red" } as DemarcheDefinition;
    expect(await saveDraftVersion(admin, { slug: "shape", edition: 0, definition: shapeless })).toMatchObject({
      ok: false,
      reason: "invalid",
    });
    expect(await draftOf(demarcheId)).toEqual([]);
    valueOf(await saveDraftVersion(admin, { slug: "shape", edition: 0, definition: broken }));
  });

  it("is of administrators alone", async () => {
    await addDemarche(town, "theirs");
    for (const actor of strangers())
      await expect(saveDraftVersion(actor, { slug: "theirs", edition: 0, definition: longer(5) })).rejects.toThrow(
        NotFound,
      );
    await expect(saveDraftVersion(admin, { slug: "none", edition: 0, definition: longer(5) })).rejects.toThrow(
      NotFound,
    );
    expect(await findDraftVersion(admin, "theirs")).toBeNull();
  });
});

describe("publishing a draft", () => {
  it("makes the next version, ends the draft, and leaves running demandes their own", async () => {
    const demarcheId = await addDemarche(town, "next");
    const before = await findDemarche("next");
    valueOf(await saveDraftVersion(admin, { slug: "next", edition: 0, definition: longer(30) }));
    expect(valueOf(await publishDraftVersion(admin, { slug: "next", edition: 1 }))).toEqual({ version: 2 });
    const after = await findDemarche("next");
    expect(after?.definition.maxDays).toBe(30);
    expect((await getVersion(before?.versionId ?? town.versionId)).definition.maxDays).toBe(10);
    expect(await findDraftVersion(admin, "next")).toBeNull();
    expect(await journalOf(demarcheId, "demarche.published")).toMatchObject([
      { details: { slug: "next", version: 2 } },
    ]);
    valueOf(await saveDraftVersion(admin, { slug: "next", edition: 0, definition: longer(31) }));
    expect(valueOf(await publishDraftVersion(admin, { slug: "next", edition: 1 }))).toEqual({ version: 3 });
  });

  it("refuses what is not there, what changed since, what could not work, and what is published already", async () => {
    const demarcheId = await addDemarche(town, "refused");
    const publish = (edition: number) => publishDraftVersion(admin, { slug: "refused", edition });
    expect(await publish(0)).toMatchObject({ reason: "no_draft" });
    valueOf(await saveDraftVersion(admin, { slug: "refused", edition: 0, definition: broken }));
    expect(await publish(0)).toMatchObject({ reason: "changed_since" });
    expect(await publish(1)).toMatchObject({ reason: "invalid" });
    valueOf(await saveDraftVersion(admin, { slug: "refused", edition: 1, definition: smallDefinition }));
    expect(await publish(2)).toMatchObject({ reason: "unchanged" });
    expect(await draftOf(demarcheId)).toHaveLength(1);
    expect(await journalOf(demarcheId, "demarche.published")).toEqual([]);
  });

  it("is for administrators alone", async () => {
    await addDemarche(town, "kept");
    valueOf(await saveDraftVersion(admin, { slug: "kept", edition: 0, definition: longer(30) }));
    for (const actor of strangers())
      await expect(publishDraftVersion(actor, { slug: "kept", edition: 1 })).rejects.toThrow(NotFound);
    expect((await findDemarche("kept"))?.definition.maxDays).toBe(10);
  });
});

describe("throwing a draft away", () => {
  it("leaves the published form, and a line in the journal", async () => {
    const demarcheId = await addDemarche(town, "thrown");
    valueOf(await saveDraftVersion(admin, { slug: "thrown", edition: 0, definition: longer(30) }));
    valueOf(await discardDraftVersion(admin, { slug: "thrown", edition: 1 }));
    expect(await findDraftVersion(admin, "thrown")).toBeNull();
    expect((await findDemarche("thrown"))?.definition.maxDays).toBe(10);
    expect(await journalOf(demarcheId, "demarche.draft_discarded")).toHaveLength(1);
  });

  it("refuses what is not there and what changed since, and is for administrators alone", async () => {
    await addDemarche(town, "stays");
    expect(await discardDraftVersion(admin, { slug: "stays", edition: 0 })).toMatchObject({ reason: "no_draft" });
    valueOf(await saveDraftVersion(admin, { slug: "stays", edition: 0, definition: longer(30) }));
    expect(await discardDraftVersion(admin, { slug: "stays", edition: 2 })).toMatchObject({ reason: "changed_since" });
    for (const actor of strangers())
      await expect(discardDraftVersion(actor, { slug: "stays", edition: 1 })).rejects.toThrow(NotFound);
    expect(await findDraftVersion(admin, "stays")).not.toBeNull();
  });
});

it("Postgres refuses a draft under a number, and a published form without one", async () => {
  const demarcheId = await addDemarche(town, "numbers");
  const insert = (number: number, publishedAt: Date | null) =>
    database()
      .insert(demarcheVersions)
      .values({
        id: crypto.randomUUID() as never,
        demarcheId,
        number,
        definition: {},
        publishedAt,
        createdAt: new Date(0),
      });
  await expect(insert(7, null)).rejects.toThrow();
  await expect(insert(0, new Date(0))).rejects.toThrow();
});
