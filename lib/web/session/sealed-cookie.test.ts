import { setClock } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { keepSealed, readSealed } from "./sealed-cookie";

const mockJar = new Map<string, string>();
jest.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (mockJar.has(name) ? { value: mockJar.get(name) } : undefined),
    set: (name: string, value: string) => void mockJar.set(name, value),
  }),
}));

const cookie = () => mockJar.get("parvis_identity_checks") ?? "";
const put = (value: string) => void mockJar.set("parvis_identity_checks", value);
const keep = () => keepSealed("identity_checks", { state: "secret-de-passage" }, 10);
const read = () => readSealed<{ state: string }>("identity_checks");
const changed = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;

beforeEach(() => mockJar.clear());

describe("a sealed cookie", () => {
  it("gives back what was kept, and shows none of it", async () => {
    await keep();
    const parts = cookie().split(".");
    expect(parts).toHaveLength(5);
    for (const part of parts) expect(Buffer.from(part, "base64url").toString("latin1")).not.toContain("passage");
    expect(await read()).toEqual({ state: "secret-de-passage" });
  });

  it("is nothing once it is too old, exactly", async () => {
    await keep();
    const restore = setClock(() => new Date(Date.now() + 10 * 60_000 + 1));
    expect(await read()).toBeNull();
    restore();
  });

  it("is nothing when it was altered, cut, signed only, or another cookie's", async () => {
    await keep();
    const whole = cookie();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"value":1}').toString("base64url")}.`;
    for (const value of [
      changed(whole, whole.length - 8),
      changed(whole, 40),
      whole.slice(0, -10),
      unsigned,
      "",
      "x.y.z",
    ]) {
      put(value);
      expect(await read()).toBeNull();
    }
    mockJar.set("parvis_identity_proved", whole);
    expect(await readSealed("identity_proved")).toBeNull();
  });

  it("opens under an earlier master key, and no longer once that key is gone", async () => {
    await keep();
    const settings = env();
    const former = settings.MASTER_KEY;
    settings.MASTER_KEY = "Z".repeat(43);
    expect(await read()).toBeNull();
    settings.MASTER_KEY_PREVIOUS = `${"Y".repeat(43)},${former}`;
    expect(await read()).toEqual({ state: "secret-de-passage" });
    Object.assign(settings, { MASTER_KEY: former, MASTER_KEY_PREVIOUS: "" });
  });
});
