import { restartPlan } from "./restart-policy.mjs";

const young = { lived: 400, code: 1, signal: null };

/**
 * The waits of a process that ends the same way ten times.
 * @param {{lived: number, code: number | null, signal: string | null}} death
 */
function waitsOf(death, times = 10) {
  const waits = [];
  for (let failures = 0; waits.length < times;) {
    const plan = restartPlan({ ...death, failures });
    waits.push(plan.wait);
    failures = plan.failures;
  }
  return waits;
}

describe("a process that ended starts again", () => {
  it.each(["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"])(
    "at once, however often, when %s ended it",
    (signal) => {
      expect(waitsOf({ lived: 400, code: null, signal })).toEqual(Array(10).fill(0));
    },
  );

  it.each([129, 130, 131, 137, 143])("at once when it caught the signal and ended with %i", (code) => {
    expect(waitsOf({ lived: 400, code, signal: null })).toEqual(Array(10).fill(0));
  });

  it("at once when it had lived ten seconds, and its youth is forgotten", () => {
    expect(restartPlan({ lived: 10_000, code: 1, signal: null, failures: 9 })).toEqual({ wait: 0, failures: 0 });
  });

  it("later and later when it dies young by itself, five seconds at most", () => {
    expect(waitsOf(young)).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000, 5_000]);
  });

  it("later and later too when it breaks (SIGSEGV, SIGABRT) or ends without a reason", () => {
    expect(waitsOf({ lived: 400, code: null, signal: "SIGSEGV" }, 3)).toEqual([250, 500, 1_000]);
    expect(waitsOf({ lived: 400, code: null, signal: "SIGABRT" }, 3)).toEqual([250, 500, 1_000]);
    expect(waitsOf({ ...young, code: 0 }, 3)).toEqual([250, 500, 1_000]);
  });

  it("without a kill from outside making it older or younger", () => {
    const killed = { lived: 400, code: null, signal: "SIGKILL", failures: 3 };
    expect(restartPlan(killed)).toEqual({ wait: 0, failures: 3 });
  });
});
