import { eq } from "drizzle-orm";
import { addCitizen, newGuest, readyDraft, startedDraft, valueOf } from "@/db/test/citizen-demande";
import { buildTown } from "@/db/test/filed-demande";
import { plainPdf, sent } from "@/db/test/sample-files";
import { attachments, demandes } from "@/db/schema/demandes";
import { pendingBlobs } from "@/db/schema/platform";
import { countForToday, dailyBytes } from "@/lib/files/storing/ceilings";
import type { Actor, Anonymous } from "@/lib/kernel/actor";
import { clock, setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { noteNoRoom } from "@/lib/kernel/disk-room";
import { newId, type DemandeId } from "@/lib/shared/ids";
import { addWalletDocument } from "@/lib/wallet/commands/change-documents";
import { addWalletFile } from "@/lib/wallet/commands/change-files";
import { getDraft } from "../queries/find-draft";
import { attachFile } from "./attach-file";

jest.setTimeout(90_000);
let shift = 0;
const restore = setClock(() => new Date(Date.now() + shift));
beforeAll(buildTown);
afterAll(async () => {
  restore();
  await database().$client.end();
});

const attach = (actor: Actor, demandeId: DemandeId, address = "here") =>
  attachFile(actor, { demandeId, path: "act.identity", file: { ...sent(plainPdf, "piece.pdf"), address } });
const countFiles = (demandeId: DemandeId) => database().$count(attachments, eq(attachments.demandeId, demandeId));

describe("a file beyond what may be stored", () => {
  it("is refused with its reason, and neither its bytes nor its row are kept", async () => {
    const guest: Anonymous = newGuest();
    const demandeId = await startedDraft(guest);
    await countForToday({ actor: guest, address: "elsewhere" }, [dailyBytes.guest]);
    const before = await database().$count(pendingBlobs);
    expect(await attach(guest, demandeId)).toMatchObject({ ok: false, reason: "day_full" });
    expect([await countFiles(demandeId), await database().$count(pendingBlobs)]).toEqual([0, before]);
  });

  it("is refused by address to a guest with a new key, and not to an account", async () => {
    for (let keys = 0; keys < 5; keys += 1)
      await countForToday({ actor: newGuest(), address: "crowd" }, [dailyBytes.guest]);
    await countForToday({ actor: newGuest(), address: "crowd" }, [dailyBytes.address - 5 * dailyBytes.guest]);
    const [guest, citizen] = [newGuest(), await addCitizen("voisine")];
    expect(await attach(guest, await startedDraft(guest), "crowd")).toMatchObject({ reason: "address_full" });
    expect(await attach(citizen, await startedDraft(citizen), "crowd")).toMatchObject({ ok: true });
  });

  it("is refused to guests once their drafts hold all that they may, and not to an account", async () => {
    const [guest, citizen] = [newGuest(), await addCitizen("voisin")];
    const [theirs, mine] = [await readyDraft(guest), await startedDraft(citizen)];
    // A column holds two gigabytes at most: three files stand for the drafts of a whole town.
    const files = await database().select().from(attachments).where(eq(attachments.demandeId, theirs)).limit(1);
    for (const rank of [1, 2, 3])
      for (const file of files)
        await database()
          .insert(attachments)
          .values({ ...file, id: newId(), storageKey: `demande/big-${rank}`, size: 2_147_483_647 });
    shift += 11_000;
    expect(await attach(guest, await startedDraft(guest))).toMatchObject({ ok: false, reason: "guests_full" });
    expect(await attach(citizen, mine)).toMatchObject({ ok: true });
    await database().delete(demandes).where(eq(demandes.id, theirs));
    shift += 11_000;
    expect(await attach(guest, await startedDraft(guest))).toMatchObject({ ok: true });
  });
});

describe("a file while the disk is full", () => {
  it("is refused before anything is read or written, in a demande as in the porte-documents", async () => {
    const citizen = await addCitizen("prudente");
    const demandeId = await startedDraft(citizen);
    const input = {
      type: "identity_card",
      title: "Ma carte",
      relationId: null,
      validity: "unlimited",
      validUntil: null,
    } as const;
    const { documentId } = valueOf(await addWalletDocument(citizen, input));
    const before = await database().$count(pendingBlobs);
    noteNoRoom();
    expect(await attach(citizen, demandeId)).toMatchObject({ ok: false, reason: "no_room" });
    const file = sent(plainPdf, "piece.pdf");
    expect(await addWalletFile(citizen, { documentId, file })).toMatchObject({ ok: false, reason: "no_room" });
    expect([await countFiles(demandeId), await database().$count(pendingBlobs)]).toEqual([0, before]);
    shift += 61_000;
    expect(await attach(citizen, demandeId)).toMatchObject({ ok: true });
  });
});

describe("the life of a draft with files", () => {
  const daysLeft = async (actor: Actor, id: DemandeId) => {
    const { erasedOn, daysWithFiles } = await getDraft(actor, id);
    return [Math.round(((erasedOn?.getTime() ?? 0) - clock.now().getTime()) / 86_400_000), daysWithFiles];
  };

  it("is a week without account, said before the first file; three months with one", async () => {
    const [guest, citizen] = [newGuest(), await addCitizen("lente")];
    const [empty, filled, owned] = [await startedDraft(guest), await readyDraft(guest), await readyDraft(citizen)];
    expect(await daysLeft(guest, empty)).toEqual([91, 7]);
    expect(await daysLeft(guest, filled)).toEqual([7, 7]);
    expect(await daysLeft(citizen, owned)).toEqual([91, null]);
  });
});
