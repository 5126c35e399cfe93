import { setClock } from "@/lib/kernel/clock";
import { database } from "@/lib/kernel/database";
import { forgetTries, giveBackTry, takeTry } from "./tries";

const start = Date.now();
let shift = 0;
const restore = setClock(() => new Date(start + shift));
afterEach(() => void (shift = 0));
afterAll(async () => {
  restore();
  await database().$client.end();
});

const inMinutes = (minutes: number) => void (shift += minutes * 60_000);
async function fail(key: string, times: number) {
  const tries = [];
  for (let n = 0; n < times; n += 1) {
    tries.push(await takeTry(key));
    inMinutes(16);
  }
  return tries;
}

describe("takeTry", () => {
  it("slows after five failures, and says how many seconds to wait", async () => {
    for (let n = 0; n < 5; n += 1) expect((await takeTry("ralentie")).isAllowed).toBe(true);
    const sixth = await takeTry("ralentie");
    expect(sixth).toMatchObject({ isAllowed: false, isSpent: false });
    expect(sixth.retryAfter).toBeLessThanOrEqual(2);
  });

  it("makes twenty-five tries in a day, and begins again a day after the last", async () => {
    expect((await fail("journée", 25)).every(({ isAllowed }) => isAllowed)).toBe(true);
    expect(await takeTry("journée")).toMatchObject({ isAllowed: false, isSpent: true });
    inMinutes(24 * 60);
    expect((await takeTry("journée")).isAllowed).toBe(true);
  });

  it("keeps nobody out once a clock that ran ahead is put right", async () => {
    inMinutes(3 * 24 * 60);
    await fail("avance", 26);
    shift = 0;
    expect(await takeTry("avance")).toMatchObject({ isAllowed: true, isSpent: false });
    for (let n = 0; n < 4; n += 1) await takeTry("avance");
    expect(await takeTry("avance")).toMatchObject({ isAllowed: false });
  });

  it("counts on when the clocks of two machines differ a little", async () => {
    inMinutes(2);
    for (let n = 0; n < 5; n += 1) await takeTry("écart");
    shift = 0;
    expect(await takeTry("écart")).toMatchObject({ isAllowed: false });
  });

  it("forgets after a success, and gives back a try that was right", async () => {
    for (let n = 0; n < 5; n += 1) await takeTry("juste");
    await forgetTries(["juste"]);
    expect((await takeTry("juste")).isAllowed).toBe(true);
    await giveBackTry("juste");
    expect((await takeTry("juste")).isAllowed).toBe(true);
  });
});
