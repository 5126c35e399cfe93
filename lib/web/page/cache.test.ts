import { setClock } from "@/lib/kernel/clock";
import { cached } from "./cache";

describe("cached", () => {
  it("loads once a key, again after a minute", async () => {
    let now = Date.parse("2026-11-23T12:00:00Z");
    const restore = setClock(() => new Date(now));
    const load = jest.fn(async () => now);
    await Promise.all([cached("t", "a", load), cached("t", "a", load)]);
    expect(load).toHaveBeenCalledTimes(1);
    await cached("t", "b", load);
    expect(load).toHaveBeenCalledTimes(2);
    now += 61_000;
    await cached("t", "a", load);
    expect(load).toHaveBeenCalledTimes(3);
    restore();
  });

  it("loads again once a clock that ran ahead is put right", async () => {
    const load = jest.fn(async () => "valeur");
    const restore = setClock(() => new Date(Date.now() + 86_400_000));
    await cached("avance", "a", load);
    restore();
    await cached("avance", "a", load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it("never keeps a failure", async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error("base absente"))
      .mockResolvedValueOnce("là");
    await expect(cached("u", "a", load)).rejects.toThrow("base absente");
    expect(await cached("u", "a", load)).toBe("là");
  });
});
