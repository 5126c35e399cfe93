import { addDemarche, journalOf, startedDraft, submitted, valueOf } from "@/db/test/citizen-demande";
import { buildTown, type Town } from "@/db/test/filed-demande";
import { anonymous } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { startDemande } from "@/lib/demandes/commands/start-demande";
import { findDemande } from "@/lib/demandes/queries/find-demande";
import type { GuestHash } from "@/lib/shared/ids";
import { giveGuestKey, hasEndedGuestKey, leaveGuestKey, peekGuestKey, quitThisDevice, readGuest } from "./guest";

type Cookie = { value: string; options: { maxAge?: number } };
const mockJar = new Map<string, Cookie>();
jest.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => mockJar.get(name),
    set: (name: string, value: string, options: Cookie["options"]) => void mockJar.set(name, { value, options }),
  }),
}));

let town: Town;
beforeAll(async () => {
  town = await buildTown();
  await addDemarche(town, "place");
});
beforeEach(() => mockJar.clear());
let restore: () => void = () => undefined;
afterEach(() => restore());
const later = (minutes: number) => {
  const then = new Date(Date.now() + minutes * 60_000);
  restore = setClock(() => then);
};

const cookie = () => mockJar.get("parvis_guest");
const lifetime = () => cookie()?.options.maxAge;
const guest = (hash: GuestHash) => ({ kind: "anonymous", guest: hash }) as const;

describe("the cookie of a browser without account", () => {
  it("ends with the browser, unless its user says that the device is theirs", async () => {
    const hash = await giveGuestKey({ isOwnDevice: false });
    expect(lifetime()).toBeUndefined();
    expect(await giveGuestKey({ isOwnDevice: false })).toBe(hash);
    expect(await giveGuestKey({ isOwnDevice: true })).toBe(hash);
    expect(lifetime()).toBe(90 * 24 * 3_600);
  });

  it("opens nothing once its key has ended, and the browser is given another", async () => {
    const hash = await giveGuestKey({ isOwnDevice: false });
    expect([await readGuest(), await hasEndedGuestKey()]).toEqual([hash, false]);
    later(61);
    expect([await readGuest(), await peekGuestKey(), await hasEndedGuestKey()]).toEqual([null, null, true]);
    expect(await giveGuestKey({ isOwnDevice: false })).not.toBe(hash);
  });

  it.each(["", "A".repeat(43), "n’importe quoi"])("is nobody's when it was planted: %p", async (value) => {
    mockJar.set("parvis_guest", { value, options: {} });
    expect(await readGuest()).toBeNull();
    await giveGuestKey({ isOwnDevice: false });
    expect(cookie()?.value).not.toBe(value);
  });
});

describe("« Quitter et effacer de cet appareil »", () => {
  it("leaves a cookie that is past and a key that opens nothing", async () => {
    const actor = guest(await giveGuestKey({ isOwnDevice: true }));
    const { number } = await submitted(actor);
    const secret = cookie()?.value ?? "";
    expect(await quitThisDevice(actor)).toEqual({ closed: 1, erased: 0 });
    expect(cookie()).toMatchObject({ value: "", options: { maxAge: 0 } });
    mockJar.set("parvis_guest", { value: secret, options: {} });
    expect(await readGuest()).toBeNull();
    expect(await findDemande(actor, number)).toBeNull();
  });

  it("has nothing to leave where nothing was begun", async () => {
    expect(await quitThisDevice(anonymous)).toBeNull();
  });
});

describe("a sign-out", () => {
  it("ends the key that was there before, whoever's it was", async () => {
    const actor = guest(await giveGuestKey({ isOwnDevice: false }));
    const { number, demandeId } = await submitted(actor);
    await leaveGuestKey(town.citizen);
    expect(lifetime()).toBe(0);
    expect(await findDemande(actor, number)).toBeNull();
    expect(await journalOf(demandeId, "demande.device_quit")).toMatchObject([{ actorKind: "citizen" }]);
  });

  it("leaves what the user of a device called their own", async () => {
    const actor = guest(await giveGuestKey({ isOwnDevice: true }));
    valueOf(await startDemande(actor, { slug: "acte", isOwnDevice: true }));
    await leaveGuestKey(town.citizen);
    expect(await readGuest()).toBe(actor.guest);
  });

  it("does nothing where nobody began anything", async () => {
    await startedDraft(town.citizen);
    await leaveGuestKey(town.citizen);
    expect(lifetime()).toBe(0);
  });
});
