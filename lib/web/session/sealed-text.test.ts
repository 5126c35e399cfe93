import { openText, sealText } from "./sealed-text";

describe("words in an address", () => {
  it("come back as they were typed, and cannot be read from the address", () => {
    const sealed = sealText("Zoé Martin");
    expect(openText(sealed)).toBe("Zoé Martin");
    expect(sealed).toMatch(/^[\w.-]+$/);
    expect(sealed).not.toContain(Buffer.from("Zoé").toString("base64url"));
  });

  it("are nothing when they were altered", () => {
    expect(openText(`${sealText("Zoé")}x`)).toBe("");
    expect(openText("v1.x.y")).toBe("");
    expect(openText(undefined)).toBe("");
  });
});
