import { missingData } from "./missing-data";

const nothing = {
  civility: null,
  addressLine: null,
  postalCode: null,
  commune: null,
  phone: null,
  mobile: null,
  preferredContact: "email",
  pending: null,
} as const;
const whole = {
  ...nothing,
  civility: "madame",
  addressLine: "8 rue des Tilleuls",
  postalCode: "80000",
  commune: "Amiens",
  mobile: "06 39 98 00 01",
} as const;

describe("what an account still misses (F29)", () => {
  it("is said in the order of the rubrics, and nothing is once all is there", () => {
    expect(missingData(nothing)).toEqual(["civility", "address", "phone"]);
    expect(missingData(whole)).toEqual([]);
  });

  it("counts an address that lacks a part: it prefills nothing", () => {
    expect(missingData({ ...whole, addressLine: null })).toEqual(["address"]);
  });

  it("says that letters by post need an address", () => {
    expect(missingData({ ...whole, commune: null, preferredContact: "post" })).toEqual(["postalAddress"]);
  });

  it("does not ask again what waits for an agent, nor miss a fixed telephone", () => {
    const { addressLine, postalCode, commune } = whole;
    const waiting = { ...whole, addressLine: null, postalCode: null, commune: null, mobile: null, phone: "03" };
    expect(missingData({ ...waiting, pending: { addressLine, postalCode, commune } })).toEqual([]);
  });
});
