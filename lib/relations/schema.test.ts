import { addRelationSchema } from "./schema";

describe("addRelationSchema says at once what is wrong", () => {
  const wrong = (posted: Record<string, unknown>) =>
    addRelationSchema.safeParse(posted).error?.issues.map(({ path }) => path.join("."));

  it("a missing name beside a wrong telephone", () => {
    expect(wrong({ role: "spouse", phone: "12345" })).toEqual(["phone", "firstName", "lastName"]);
  });

  it("once a control: a date that does not exist is not asked again", () => {
    const posted = {
      role: "child",
      hasOneName: "yes",
      lastName: "Essai",
      birthDate: { day: "31", month: "2", year: "2020" },
    };
    expect(wrong(posted)?.map((path) => path.split(".")[0])).toEqual(["birthDate"]);
  });

  it("nothing of a kind that was not chosen", () => {
    expect(wrong({ role: "friend" })).toEqual(["role"]);
  });
});
