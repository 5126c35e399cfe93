import { linkedText } from "./linked-text";

describe("linkedText", () => {
  it("finds the addresses of a letter, without the sign that ends the sentence", () => {
    const text = "Ouvrez :\nhttp://localhost:3000/suivi?jeton=a-b_c&n=1\n\nou https://exemple.fr/page. Merci.";
    const links = linkedText(text).flatMap(({ href }) => href ?? []);
    expect(links).toEqual(["http://localhost:3000/suivi?jeton=a-b_c&n=1", "https://exemple.fr/page"]);
    expect(
      linkedText(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  it("makes no link of what is not an address", () => {
    expect(linkedText("javascript:alert(1) data:text/html,x ftp://a.b")).toEqual([
      { text: "javascript:alert(1) data:text/html,x ftp://a.b" },
    ]);
  });
});
