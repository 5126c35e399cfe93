import { z } from "zod";
import { optionalAddressLine, nameText, optionalPhone } from "./form-schema";
import { readChange, unjudged } from "./kept-value";

const pieces = {
  name: nameText("Saisissez le nom.", "Le nom"),
  line: optionalAddressLine(),
  phone: optionalPhone(),
};
const form = z.object(unjudged(pieces));
const judged = (typed: Record<string, string>, kept: Record<keyof typeof pieces, string | null>) =>
  readChange(pieces, form.parse(typed), { name: [kept.name], line: [kept.line], phone: [kept.phone] });

describe("a form that shows what is kept", () => {
  const old = { name: "Dupont (née Martin)", line: "3 rue A\nBât. B 🏠", phone: "+33 1 23" };
  const shown = { name: old.name, line: "3 rue ABât. B 🏠", phone: old.phone };

  it("keeps what was accepted in its day, as it is kept", () =>
    expect(judged(shown, old)).toEqual({ ok: true, value: old }));

  it("judges whatever differs, were it by a letter", () => {
    for (const [key, typed] of Object.entries({ name: "Dupont (née Martine)", line: "3 rue 🏡", phone: "+33 1 24" }))
      expect(judged({ ...shown, [key]: typed }, old)).toMatchObject({
        reason: "invalid",
        details: { [key]: expect.any(String) as string },
      });
  });

  it("judges what was never kept, and what is emptied", () => {
    expect(judged(shown, { name: null, line: null, phone: null })).toMatchObject({
      details: {
        name: expect.anything() as string,
        line: expect.anything() as string,
        phone: expect.anything() as string,
      },
    });
    expect(judged({ ...shown, name: "" }, old)).toMatchObject({ details: { name: "Saisissez le nom." } });
    expect(judged({ ...shown, name: "" }, { ...old, name: "" })).toMatchObject({ reason: "invalid" });
    expect(judged({ ...shown, line: "" }, old)).toMatchObject({ ok: true, value: { line: "" } });
  });

  it("takes no value of another field for its own", () =>
    expect(judged({ ...shown, name: old.line }, old)).toMatchObject({ reason: "invalid" }));

  it("knows a number as the page shows it", () =>
    expect(judged({ ...shown, phone: "06 12 34 56 78" }, { ...old, phone: "+33612345678" })).toMatchObject({
      value: { phone: "+33612345678" },
    }));

  it("reads what changes, by its own reader", () =>
    expect(judged({ name: " d'Artagnan ", line: "3  rue A", phone: "0692 12 34 56" }, old)).toEqual({
      ok: true,
      value: { name: "d’Artagnan", line: "3 rue A", phone: "+262692123456" },
    }));
});
