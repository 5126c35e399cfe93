import { findQuestions } from "./find-questions";

describe("findQuestions", () => {
  it.each(["demande", "demandes", "avancement", "avanc"])("finds the questions that hold « %s »", (q) => {
    expect(findQuestions(q).length).toBeGreaterThan(0);
  });

  it.each(["O’Connor", "Demangeot", "le", ""])(
    "finds none for « %s », which only begins like a word of theirs",
    (q) => {
      expect(findQuestions(q)).toEqual([]);
    },
  );
});
