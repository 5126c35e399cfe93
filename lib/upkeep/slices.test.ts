import { setClock } from "@/lib/kernel/clock";
import { bySlices, inTurn, PartlyDone } from "./slices";

const limits = () => ({ signal: new AbortController().signal });
/** Numbers from 1 to `count`, found in order. */
const numbers = (count: number) => (last: number | null) =>
  Promise.resolve(
    Array.from({ length: count }, (_, index) => index + 1)
      .filter((n) => n > (last ?? 0))
      .slice(0, 3),
  );

async function failureOf(work: Promise<unknown>): Promise<PartlyDone> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof PartlyDone)) throw new Error("it did not fail in part");
  return error;
}

describe("bySlices", () => {
  it.each([0, 1, 3, 4, 7])("handles each of %i things once, in slices of three", async (count) => {
    const slices: number[][] = [];
    const handle = async (slice: readonly number[]) => slices.push([...slice]) && slice.length;
    expect(await bySlices(limits(), { find: numbers(count), size: 3, handle })).toBe(count);
    expect(slices.flat()).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(slices.every(({ length }) => length <= 3)).toBe(true);
  });

  it("lets one that cannot be handled stop no other, and tells what could not be done", async () => {
    const done: number[] = [];
    const handle = async (slice: readonly number[]) => {
      if (slice.includes(2)) throw new RangeError("two");
      done.push(...slice);
      return slice.length;
    };
    const failure = await failureOf(bySlices(limits(), { find: numbers(7), size: 3, handle }));
    expect(done).toEqual([1, 3, 4, 5, 6, 7]);
    expect(failure.handled).toBe(6);
    expect(failure.cause).toBeInstanceOf(RangeError);
  });

  it("gives up when everything fails: the fault is not of one thing", async () => {
    let tries = 0;
    const handle = async () => {
      tries += 1;
      throw new Error("away");
    };
    expect((await failureOf(bySlices(limits(), { find: numbers(1_000), size: 3, handle }))).handled).toBe(0);
    expect(tries).toBeLessThan(20);
  });

  it("counts what was done before the database went away", async () => {
    const find = (last: number | null) => (last === null ? numbers(3)(null) : Promise.reject(new RangeError("away")));
    const failure = await failureOf(bySlices(limits(), { find, size: 3, handle: async ({ length }) => length }));
    expect(failure).toMatchObject({ handled: 3, cause: expect.any(RangeError) as unknown });
  });

  it("begins no slice once aborted, nor after its time", async () => {
    const handle = async (slice: readonly number[]) => slice.length;
    const work = { find: numbers(7), size: 3, handle };
    expect(await bySlices({ signal: AbortSignal.abort() }, work)).toBe(0);
    let now = 0;
    const restore = setClock(() => new Date((now += 1_000)));
    expect(await bySlices({ ...limits(), until: new Date(2_000) }, work)).toBe(3);
    restore();
  });
});

describe("inTurn", () => {
  it("tries each work whatever became of those before, and sums what they did", async () => {
    const broken = () => Promise.reject(new TypeError("x"));
    const partly = () => Promise.reject(new PartlyDone(2, new RangeError("y")));
    const failure = await failureOf(inTurn(limits(), [async () => 1, broken, partly, async () => 4]));
    expect(failure.handled).toBe(7);
    expect(failure.cause).toBeInstanceOf(TypeError);
    expect(await inTurn(limits(), [async () => 1, async () => 4])).toBe(5);
    expect(await inTurn({ signal: AbortSignal.abort() }, [async () => 1])).toBe(0);
  });
});
