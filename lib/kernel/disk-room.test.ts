import { QueryFailed } from "@/db/query-failed";
import { setClock } from "./clock";
import { diskRoom, hasRoom, isNoRoom, judgeRoom, noteNoRoom } from "./disk-room";
import { NoRoom, Retryable } from "./errors";

const free = (megabytes: number, files = 1e6) => ({ megabytes, files });

describe("what a disk has left", () => {
  it.each([
    [free(1_000), "enough"],
    [free(999), "low"],
    [free(200), "low"],
    [free(199), "full"],
    [free(0), "full"],
    [free(5_000, 999), "full"],
    [null, "enough"],
  ])("%j, with a mark of 200, is %s", (left, state) => {
    expect(judgeRoom(left, 200, false)).toEqual({ state, freeMegabytes: left?.megabytes ?? null, leastMegabytes: 200 });
  });

  it("is nothing once a write was refused, whatever the figures say, for a minute", async () => {
    expect(judgeRoom(free(90_000), 200, true).state).toBe("full");
    expect(judgeRoom(null, 200, true).state).toBe("full");
    let now = Date.now();
    const restore = setClock(() => new Date(now));
    noteNoRoom();
    expect(await hasRoom()).toBe(false);
    now += 61_000;
    expect((await diskRoom()).state).not.toBe("full");
    restore();
  });
});

it("a write refused in one bundle of the process is known to the others: a form is refused, /api/pret says so", async () => {
  noteNoRoom();
  await jest.isolateModulesAsync(async () => {
    const { hasRoom: hasRoomElsewhere } = await import("./disk-room");
    expect(await hasRoomElsewhere()).toBe(false);
  });
});

describe("a refusal to write for want of room", () => {
  const coded = (code: string) => Object.assign(new Error("x"), { code });

  it.each(["ENOSPC", "EDQUOT", "EROFS", "53100"])("is known by %s, wrapped or not", (code) => {
    expect(isNoRoom(coded(code))).toBe(true);
    expect(isNoRoom(new QueryFailed(coded(code)))).toBe(true);
    expect(isNoRoom(new Error("x", { cause: coded(code) }))).toBe(true);
  });

  it("is what the store throws, and nothing else", () => {
    expect(isNoRoom(new NoRoom())).toBe(true);
    for (const other of [new Retryable("x"), coded("57P01"), "ENOSPC", null]) expect(isNoRoom(other)).toBe(false);
  });
});
