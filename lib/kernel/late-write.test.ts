import { isLateWrite, surviveLateWrites } from "./late-write";
import { logger } from "./logger";

/** As Node writes it, message and place chosen. */
function thrown(message: string, place: string, error = new TypeError(message)) {
  const stack = `${error.name}: ${message}\n    at ${place}\n    at process.processImmediate (node:internal/timers:504:21)`;
  return Object.assign(error, { stack });
}
const words = "Cannot read properties of null (reading 'write')";
const late = thrown(words, "Immediate.nextWrite (/srv/node_modules/postgres/src/connection.js:255:22)");

describe("the error that the database client throws from its timer", () => {
  it("is known in Next's server and in the worker's bundle", () => {
    expect(isLateWrite(late)).toBe(true);
    expect(isLateWrite(thrown(words, "Immediate.nextWrite (file:///app/.build/container/worker.mjs:9:1)"))).toBe(true);
  });

  it.each([
    ["another place", thrown(words, "Immediate.flush (/srv/app.js:1:1)")],
    ["another property", thrown("Cannot read properties of null (reading 'end')", "Immediate.nextWrite (/x.js:1:1)")],
    ["another kind", thrown(words, "Immediate.nextWrite (/x.js:1:1)", new RangeError(words))],
    ["nothing", undefined],
    ["a text", words],
  ])("is no other: %s", (_, error) => {
    expect(isLateWrite(error)).toBe(false);
  });
});

describe("an error that nobody caught", () => {
  let caught: (error: Error) => void;
  const warn = jest.spyOn(logger(), "warn").mockImplementation();
  const fatal = jest.spyOn(logger(), "fatal").mockImplementation();
  const exit = jest.spyOn(process, "exit").mockImplementation();
  jest.spyOn(process, "hasUncaughtExceptionCaptureCallback").mockReturnValue(false);
  jest.spyOn(process, "setUncaughtExceptionCaptureCallback").mockImplementation((callback) => {
    if (callback) caught = callback;
  });
  const emit = jest.spyOn(process, "emit");

  beforeEach(() => {
    jest.clearAllMocks();
    surviveLateWrites();
  });
  afterAll(() => jest.restoreAllMocks());

  it("is one line of the log when it is that one", () => {
    caught(late);
    expect(warn).toHaveBeenCalledWith({ event: "database.late_write" });
    expect([emit, fatal, exit].map((one) => one.mock.calls.length)).toEqual([0, 0, 0]);
  });

  it("goes to who listens, when it is another", () => {
    emit.mockReturnValueOnce(true as never);
    const other = new RangeError("x");
    caught(other);
    expect(emit).toHaveBeenCalledWith("uncaughtException", other, "uncaughtException");
    expect(exit).not.toHaveBeenCalled();
  });

  it("ends the process, said without its message, when nobody listens", () => {
    emit.mockReturnValueOnce(false as never);
    caught(new RangeError("camille@example.org"));
    expect(fatal).toHaveBeenCalledWith({ event: "process.broken", error: "RangeError" });
    expect(exit).toHaveBeenCalledWith(1);
  });
});
