import { anonymous, type Anonymous, type Citizen } from "@/lib/kernel/actor";
import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { newId, type AccountId, type AgentId, type GuestHash, type SessionId } from "@/lib/shared/ids";
import { countForToday, dailyBytes, leastCounted, uncountForToday } from "./ceilings";

const mebibyte = 1024 * 1024;
let serial = 0;
const fresh = (kind: string) => `${kind}-${(serial += 1)}`;
const guest = (): Anonymous => ({ kind: "anonymous", guest: fresh("guest") as GuestHash });
const citizen = (): Citizen => ({
  kind: "citizen",
  accountId: newId<AccountId>(),
  sessionId: newId<SessionId>(),
});
const full = { ok: false, reason: "day_full" };
const addressFull = { ok: false, reason: "address_full" };
const counted = { ok: true, value: null };

afterAll(() => database().$client.end());

describe("what is stored in a day", () => {
  it("is counted by guest key", async () => {
    const sender = { actor: guest(), address: fresh("address") };
    expect(await countForToday(sender, [dailyBytes.guest - mebibyte])).toEqual(counted);
    expect(await countForToday(sender, [2 * mebibyte])).toEqual(full);
    expect(await countForToday(sender, [mebibyte])).toEqual(counted);
    expect(await countForToday({ ...sender, actor: guest() }, [2 * mebibyte])).toEqual(counted);
  });

  it("is counted by address too, so that a new cookie opens nothing", async () => {
    const address = fresh("address");
    const most = dailyBytes.address / (100 * mebibyte);
    for (let people = 1; people <= most; people += 1)
      expect(await countForToday({ actor: guest(), address }, [100 * mebibyte])).toEqual(counted);
    const late = guest();
    expect(await countForToday({ actor: late, address }, [100 * mebibyte])).toEqual(addressFull);
    expect(await countForToday({ actor: anonymous, address }, [100 * mebibyte])).toEqual(addressFull);
    // Refused there, it was not counted by its key either; whoever is signed in at that address goes on.
    expect(await countForToday({ actor: late, address: fresh("address") }, [dailyBytes.guest])).toEqual(counted);
    expect(await countForToday({ actor: citizen(), address }, [100 * mebibyte])).toEqual(counted);
  });

  it("lets thirty people file thirty megabytes each from one town hall", async () => {
    const address = fresh("address");
    for (let people = 0; people < 30; people += 1)
      expect(await countForToday({ actor: guest(), address }, Array<number>(10).fill(3 * mebibyte))).toEqual(counted);
  });

  it("is counted by account for who is signed in, and not at all for agents", async () => {
    const actor = citizen();
    const sender = { actor, address: fresh("address") };
    expect(await countForToday(sender, [dailyBytes.account])).toEqual(counted);
    expect(await countForToday({ ...sender, address: fresh("address") }, [1])).toEqual(full);
    const ids = { agentId: newId<AgentId>(), sessionId: newId<SessionId>(), serviceIds: [] };
    expect(await countForToday({ ...sender, actor: { kind: "agent", ...ids } }, [dailyBytes.address])).toEqual(counted);
  });

  it("counts a tiny file as what it costs", async () => {
    const sender = { actor: guest(), address: fresh("address") };
    const most = dailyBytes.guest / leastCounted;
    expect(await countForToday(sender, Array<number>(most).fill(67))).toEqual(counted);
    expect(await countForToday(sender, [67])).toEqual(full);
  });

  it("never passes the figure, however many come at once", async () => {
    const sender = { actor: guest(), address: fresh("address") };
    const answers = await Promise.all(Array.from({ length: 30 }, () => countForToday(sender, [10 * mebibyte])));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(dailyBytes.guest / (10 * mebibyte));
  });

  it("is given back when nothing was stored", async () => {
    const sender = { actor: guest(), address: fresh("address") };
    await countForToday(sender, [dailyBytes.guest]);
    await uncountForToday(sender, [dailyBytes.guest]);
    expect(await countForToday(sender, [dailyBytes.guest])).toEqual(counted);
  });

  it.each([
    ["the day after", 24 * 3_600_000],
    ["when a clock that was ahead is put right", -48 * 3_600_000],
  ])("begins again %s", async (_, shift) => {
    const sender = { actor: guest(), address: fresh("address") };
    await countForToday(sender, [dailyBytes.guest]);
    const restore = setClock(() => new Date(Date.now() + shift));
    expect(await countForToday(sender, [dailyBytes.guest])).toEqual(counted);
    restore();
  });
});
