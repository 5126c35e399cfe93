import fc from "fast-check";
import { readSignedPath, signPath, toLocalPath, withReturn } from "./return-path";

jest.mock("next/headers", () => ({ headers: jest.fn() }));

describe("sealed return paths", () => {
  it("gives back the path that the portal sealed", () => {
    for (const path of ["/espace", "/demandes/123/informations?x=1", "/a~b"])
      expect(readSignedPath(signPath(path))).toBe(path);
    expect(withReturn("/connexion", "/espace")).toMatch(/^\/connexion\?retour=%2Fespace~/);
  });

  it("refuses a path that it did not seal", () => {
    const sealed = signPath("/espace");
    for (const forged of [
      "/espace",
      "/espace~",
      `/admin~${sealed.split("~")[1] ?? ""}`,
      `${sealed}x`,
      undefined,
      3,
      ["/espace"],
    ])
      expect(readSignedPath(forged)).toBeNull();
  });

  it("never leads out of the site, even sealed", () => {
    for (const path of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/a\nb",
      "\t//evil",
      "",
    ])
      expect(readSignedPath(signPath(path))).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (text) => {
        const path = toLocalPath(text);
        if (path) expect(new URL(path, "https://portail.example").host).toBe("portail.example");
      }),
    );
  });
});
