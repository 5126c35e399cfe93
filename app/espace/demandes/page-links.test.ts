import { pageLinks, readCursors } from "./page-links";

describe("pages of the demandes", () => {
  it("has no way back from the first page", () => {
    expect(pageLinks([], "c1")).toEqual({ previousHref: undefined, nextHref: "/espace/demandes?c=c1" });
  });

  it("leads back page by page", () => {
    expect(pageLinks(["c1", "c2"], null)).toEqual({ previousHref: "/espace/demandes?c=c1", nextHref: undefined });
    expect(pageLinks(["c1"], "c2").previousHref).toBe("/espace/demandes");
  });

  it("reads one cursor or several from the address", () => {
    expect(readCursors({})).toEqual([]);
    expect(readCursors({ c: "a" })).toEqual(["a"]);
    expect(readCursors({ c: ["a", "b"] })).toEqual(["a", "b"]);
  });
});
