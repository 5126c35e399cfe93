import { clock, setClock } from "./clock";
import { countTry } from "./limiter";

const limit = (key: string) => ({ key, max: 3, windowSeconds: 60 });

describe("countTry", () => {
  it("allows the first tries of a window and refuses the next, saying how long to wait", async () => {
    const tries = [];
    for (let n = 0; n < 4; n += 1) tries.push(await countTry(limit("suite")));
    expect(tries.map((one) => one.isAllowed)).toEqual([true, true, true, false]);
    expect(tries[3]?.retryAfter).toBeGreaterThan(0);
    expect(tries[3]?.retryAfter).toBeLessThanOrEqual(60);
  });

  it("counts every try of a burst in parallel", async () => {
    const tries = await Promise.all(Array.from({ length: 60 }, () => countTry(limit("rafale"))));
    expect(tries.filter((one) => one.isAllowed)).toHaveLength(3);
  });

  it("begins again once the window is over, and not before", async () => {
    const start = clock.now();
    const at = (seconds: number) => setClock(() => new Date(start.getTime() + seconds * 1000));
    const restore = at(0);
    try {
      for (let n = 0; n < 4; n += 1) await countTry(limit("fenêtre"));
      at(59);
      expect((await countTry(limit("fenêtre"))).isAllowed).toBe(false);
      at(61);
      expect((await countTry(limit("fenêtre"))).isAllowed).toBe(true);
    } finally {
      restore();
    }
  });

  it("keeps nobody out once a clock that ran ahead is put right", async () => {
    const restore = setClock(() => new Date(Date.now() + 86_400_000));
    try {
      for (let n = 0; n < 9; n += 1) await countTry(limit("avance"));
    } finally {
      restore();
    }
    const tries = [];
    for (let n = 0; n < 4; n += 1) tries.push(await countTry(limit("avance")));
    expect(tries.map((one) => one.isAllowed)).toEqual([true, true, true, false]);
    expect(tries[3]?.retryAfter).toBeLessThanOrEqual(60);
  });

  it("counts on when the clocks of two machines differ a little", async () => {
    const restore = setClock(() => new Date(Date.now() + 60_000));
    try {
      for (let n = 0; n < 3; n += 1) await countTry(limit("écart"));
    } finally {
      restore();
    }
    expect((await countTry(limit("écart"))).isAllowed).toBe(false);
  });

  it("keeps keys apart", async () => {
    for (let n = 0; n < 4; n += 1) await countTry(limit("une"));
    expect((await countTry(limit("autre"))).isAllowed).toBe(true);
  });
});
