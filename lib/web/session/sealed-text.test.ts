import { openText, sealText } from "./sealed-text";

describe("words in an address", () => {
  it("come back as they were typed, and cannot be read from the address", () => {
    const sealed = sealText("Zoé Martin");
    expect(openText(sealed)).toEqual({ words: "Zoé Martin", isLost: false });
    expect(sealed).toMatch(/^[\w.-]+$/);
    expect(sealed).not.toContain(Buffer.from("Zoé").toString("base64url"));
  });

  it("are said to be lost when they were cut or altered, and are none where there is no parameter", () => {
    const lost = { words: "", isLost: true };
    for (const altered of [`${sealText("Zoé")}x`, sealText("Zoé").slice(0, -4), "v1.x.y", "?"])
      expect(openText(altered)).toEqual(lost);
    for (const none of [undefined, ""]) expect(openText(none)).toEqual({ words: "", isLost: false });
  });
});
