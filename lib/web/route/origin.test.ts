import fc from "fast-check";
import { isSafeMethod, judgeOrigin } from "./origin";

const app = "https://demarches.belleval.example";
const own = { host: "demarches.belleval.example", origin: app, "sec-fetch-site": "same-origin" };
const judge = (headers: Record<string, string | undefined>, trustProxy = 0) =>
  judgeOrigin({ get: (name) => headers[name] ?? null }, app, trustProxy);

describe("judgeOrigin", () => {
  it("accepts a form of our own pages", () => {
    expect(judge(own)).toBe("same-origin");
    expect(judge({ ...own, "sec-fetch-site": undefined })).toBe("same-origin");
    expect(judge({ ...own, "x-forwarded-host": own.host })).toBe("same-origin");
  });

  it("accepts a browser that sends no Origin but says where the form stands", () => {
    expect(judge({ ...own, origin: undefined })).toBe("same-origin");
    expect(judge({ ...own, origin: undefined, "sec-fetch-site": "none" })).toBe("same-origin");
  });

  it.each([
    ["no Origin and nothing else", { ...own, origin: undefined, "sec-fetch-site": undefined }, "no-origin"],
    ["no Origin from another site", { ...own, origin: undefined, "sec-fetch-site": "cross-site" }, "no-origin"],
    ["no Origin from a sibling", { ...own, origin: undefined, "sec-fetch-site": "same-site" }, "no-origin"],
    ["Origin: null", { ...own, origin: "null" }, "wrong-origin"],
    ["another origin", { ...own, origin: "https://evil.example" }, "wrong-origin"],
    ["http instead of https", { ...own, origin: "http://demarches.belleval.example" }, "wrong-origin"],
    ["another port", { ...own, origin: `${app}:8443` }, "wrong-origin"],
    ["an origin that begins like ours", { ...own, origin: `${app}.evil.example` }, "wrong-origin"],
    ["our Origin but a cross-site request", { ...own, "sec-fetch-site": "cross-site" }, "wrong-origin"],
    [
      "a spoofed forwarded host",
      { ...own, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      "wrong-host",
    ],
    ["a spoofed host", { ...own, host: "evil.example", origin: "https://evil.example" }, "wrong-host"],
    ["two forwarded hosts", { ...own, "x-forwarded-host": `${own.host}, evil.example` }, "wrong-host"],
  ] as const)("refuses %s", (_name, headers, verdict) => {
    expect(judge(headers)).toBe(verdict);
  });

  it("lets the Host be an inner name behind a trusted proxy only", () => {
    const inner = { ...own, host: "10.0.0.4:3000", "x-forwarded-host": own.host };
    expect(judge(inner, 1)).toBe("same-origin");
    expect(judge(inner, 0)).toBe("wrong-host");
    expect(judge({ ...inner, "x-forwarded-host": undefined }, 1)).toBe("wrong-host");
  });

  it("never accepts an origin that is not exactly ours", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (origin) => {
        fc.pre(origin !== app);
        expect(judge({ ...own, origin })).not.toBe("same-origin");
      }),
    );
  });
});

it("reads are safe, everything else writes", () => {
  expect(["GET", "HEAD", "OPTIONS"].every(isSafeMethod)).toBe(true);
  expect(["POST", "PUT", "PATCH", "DELETE", "post", ""].some(isSafeMethod)).toBe(false);
});
