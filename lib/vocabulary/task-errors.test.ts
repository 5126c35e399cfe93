import { NoRoom, Retryable } from "@/lib/kernel/errors";
import { sayTaskError } from "./task-errors";

describe("why a task did not end", () => {
  it("is in words, and never its code", () => {
    for (const code of [
      "interrupted",
      new NoRoom().name,
      new Retryable("s3: SlowDown 503").name,
      "RangeError",
      "53100",
    ])
      expect(sayTaskError(code)).not.toContain(code);
  });

  it("tells a full disk, a service that is away and a stop from a fault of ours", () => {
    expect(sayTaskError(new NoRoom().name)).toContain("plein");
    expect(sayTaskError(new Retryable("x").name)).toContain("n’a pas répondu");
    expect(sayTaskError("interrupted")).toContain("arrêté");
    expect(sayTaskError("RangeError")).toContain("donnez ce code");
  });
});
