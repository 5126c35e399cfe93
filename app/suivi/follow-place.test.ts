import { followPlace } from "./follow-place";

it("leads the link of « Corriger ma demande » to the correction, and any other to what became of the demande", () => {
  expect(followPlace("corriger")).toBe("corriger");
  for (const other of [undefined, "", "historique", "../admin", "annuler"])
    expect(followPlace(other)).toBe("historique");
});
