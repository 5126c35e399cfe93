import { findVisit, noteAct, noteFailure, openVisit, visitHeader } from "./visit";

const named = (id: string) => new Headers({ [visitHeader]: id });
const away = Object.assign(new Error("query failed"), { name: "QueryFailed", code: "57P01" });

describe("a visit", () => {
  it("is found by the name that the front gave it, until it is closed", () => {
    const { id, visit, close } = openVisit();
    expect(findVisit(named(id))).toBe(visit);
    close();
    expect(findVisit(named(id))).toBeNull();
  });

  it("is not opened by a name that somebody made up", () => {
    openVisit();
    for (const name of ["", "1", "undefined", "constructor", "00000000-0000-4000-8000-000000000000"])
      expect(findVisit(named(name))).toBeNull();
    expect(findVisit(new Headers())).toBeNull();
  });

  it("has one number for all that fails in it, another than the next visit’s", () => {
    const [one, other] = [openVisit().visit, openVisit().visit];
    const number = noteFailure(one, new Error("a"));
    expect(number).toMatch(/^\d{9}$/);
    expect(noteFailure(one, away)).toBe(number);
    expect(one.isDatabaseAway).toBe(true);
    expect(noteFailure(other, new Error("a"))).not.toBe(number);
    expect(other.isDatabaseAway).toBe(false);
  });

  it("knows that an action began", () => {
    const { id, visit } = openVisit();
    noteAct(named("elsewhere"));
    expect(visit.hasActed).toBe(false);
    noteAct(named(id));
    expect(visit.hasActed).toBe(true);
  });
});
