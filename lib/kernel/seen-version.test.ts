import { changedSince, versionOf } from "./seen-version";

const shown = { town: "Belleval", contact: { phone: "01", address: ["a", "b"] } };

describe("the version of what a page showed", () => {
  it("is its content, whatever the order of its keys", () => {
    expect(versionOf({ contact: { address: ["a", "b"], phone: "01" }, town: "Belleval" })).toBe(versionOf(shown));
  });
  it.each([
    { ...shown, town: "Valfleuri" },
    { ...shown, contact: { ...shown.contact, address: ["b", "a"] } },
    { town: "Belleval" },
    null,
  ])("differs as soon as a word does: %j", (other) => expect(versionOf(other)).not.toBe(versionOf(shown)));
});

it("a change made meanwhile is told with the version that stands now", () => {
  expect(changedSince(versionOf(shown), { ...shown })).toBeNull();
  const now = { ...shown, town: "Valfleuri" };
  expect(changedSince(versionOf(shown), now)).toEqual({
    ok: false,
    reason: "changed_meanwhile",
    details: { version: versionOf(now) },
  });
});
