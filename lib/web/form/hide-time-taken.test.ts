import { hideTimeTaken } from "./hide-time-taken";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** How long the answer of a work of so many milliseconds takes. */
async function timeOf(ms: number, end: () => string = () => "fait"): Promise<number> {
  const begun = performance.now();
  const answer = hideTimeTaken(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return end();
  });
  const settled = answer.then(
    () => performance.now() - begun,
    () => performance.now() - begun,
  );
  await jest.advanceTimersByTimeAsync(10_000);
  return settled;
}

const forget = () => jest.advanceTimersByTimeAsync(61_000);

it("answers in a quarter of a second whoever asks, a refusal too", async () => {
  await forget();
  expect(await timeOf(3)).toBe(250);
  expect(await timeOf(180)).toBe(250);
  expect(
    await timeOf(20, () => {
      throw new Error("refusé");
    }),
  ).toBe(250);
});

it("answers, on a busy machine, as late as the slowest of the last minute: the quick case does not tell itself apart", async () => {
  await forget();
  expect(await timeOf(700)).toBe(700);
  expect(await timeOf(400)).toBe(700);
  await forget();
  expect(await timeOf(400)).toBe(400);
  await forget();
  expect(await timeOf(3)).toBe(250);
});

it("holds nobody more than two seconds for somebody else's slowness", async () => {
  await forget();
  expect(await timeOf(8_000)).toBe(8_000);
  expect(await timeOf(3)).toBe(2_000);
});

it("gives back what was done, or what was thrown", async () => {
  await forget();
  const done = hideTimeTaken(async () => 7);
  await jest.advanceTimersByTimeAsync(10_000);
  await expect(done).resolves.toBe(7);
  const failed = expect(hideTimeTaken(() => Promise.reject(new RangeError("non")))).rejects.toThrow("non");
  await jest.advanceTimersByTimeAsync(10_000);
  await failed;
});
