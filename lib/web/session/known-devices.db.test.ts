import { setClock } from "@/lib/kernel/clock";
import { findDevice, letterDevice } from "@/lib/proofs/known-devices";
import { keepSignedIn, readKnownDevices, recogniseDevice, rememberDevice, stayKnown } from "./known-devices";
import { keepSealed } from "./sealed-cookie";

type Cookie = { value: string; options: Record<string, unknown> };
const mockJar = new Map<string, Cookie>();
jest.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => mockJar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => void mockJar.set(name, { value, options }),
  }),
}));

let restore: () => void = () => undefined;
const travel = (days: number) => {
  restore();
  const then = new Date(Date.now() + days * 86_400_000);
  restore = setClock(() => then);
};
beforeEach(() => mockJar.clear());
afterEach(() => restore());

const owner = (id: string, deviceEpoch = 0) => ({ id, deviceEpoch });
const owners = async () => (await readKnownDevices()).map(({ owner: id }) => id);
const cookie = () => mockJar.get("parvis_devices");

describe("the accounts to which a browser signed in", () => {
  it("are kept where nobody reads them, for 180 days, with the session", async () => {
    await keepSignedIn("session", { secret: "secret", owner: owner("compte-de-camille") });
    expect(mockJar.get("parvis_session")?.value).toBe("secret");
    expect(cookie()?.options).toEqual({
      httpOnly: true,
      secure: false,
      sameSite: "lax",
      path: "/",
      maxAge: 180 * 86_400,
    });
    for (const part of (cookie()?.value ?? "").split("."))
      expect(Buffer.from(part, "base64url").toString("latin1")).not.toContain("camille");
    expect(await owners()).toEqual(["compte-de-camille"]);
  });

  it("are four at most, the last one first, each with a device that stays the same until it is void", async () => {
    for (const id of ["a", "b", "c", "d", "e"]) await rememberDevice(owner(id));
    expect(await owners()).toEqual(["e", "d", "c", "b"]);
    const known = await readKnownDevices();
    expect(new Set(known.map(({ device }) => device)).size).toBe(4);
    const before = findDevice(known, owner("c"));
    await rememberDevice(owner("c"));
    expect(await owners()).toEqual(["c", "e", "d", "b"]);
    expect(findDevice(await readKnownDevices(), owner("c"))).toEqual(
      expect.objectContaining({ device: before?.device }),
    );
    expect(findDevice(await readKnownDevices(), owner("c", 1))).toBeUndefined();
    await rememberDevice(owner("c", 1));
    expect(findDevice(await readKnownDevices(), owner("c", 1))?.device).not.toBe(before?.device);
    expect(await owners()).toEqual(["c", "e", "d", "b"]);
  });

  it("stay known after an act that made them strangers, with the same device, and a stranger gains nothing by it", async () => {
    await stayKnown(owner("c", 1));
    expect(await owners()).toEqual([]);
    await rememberDevice(owner("c"));
    await rememberDevice(owner("d"));
    const before = findDevice(await readKnownDevices(), owner("c"));
    await stayKnown(owner("c", 1));
    expect(findDevice(await readKnownDevices(), owner("c", 1))?.device).toBe(before?.device);
    expect(await owners()).toEqual(["d", "c"]);
    await stayKnown(owner("c", 3));
    expect(findDevice(await readKnownDevices(), owner("c", 3))).toBeUndefined();
  });

  it("are known by a letter for a day, as one stranger less, and on their own once somebody signed in", async () => {
    await recogniseDevice(owner("a"));
    expect(findDevice(await readKnownDevices(), owner("a"))?.device).toBe(letterDevice);
    travel(1.1);
    expect(await owners()).toEqual([]);
    await recogniseDevice(owner("a"));
    await rememberDevice(owner("a"));
    const own = findDevice(await readKnownDevices(), owner("a"))?.device;
    expect(own).toMatch(/^[\w-]{43}$/);
    await recogniseDevice(owner("a"));
    expect(findDevice(await readKnownDevices(), owner("a"))?.device).toBe(own);
    travel(100);
    expect(await owners()).toEqual(["a"]);
  });

  it("are forgotten one by one, 180 days after each was last entered", async () => {
    await rememberDevice(owner("a"));
    travel(100);
    await rememberDevice(owner("b"));
    travel(181);
    expect(await owners()).toEqual(["b"]);
    travel(281);
    expect(await owners()).toEqual([]);
  });

  it("are nobody once the cookie is altered, another’s, or of another shape", async () => {
    await rememberDevice(owner("a"));
    const { value = "", options = {} } = cookie() ?? {};
    const until = Date.now() + 60_000;
    const middle = value.length - 12;
    await keepSealed("identity_proved", [{ owner: "a", epoch: 0, device: "d", until }], 1);
    await keepSealed("devices", { owner: "a" }, 1);
    const forged = [
      `${value.slice(0, middle)}${value[middle] === "A" ? "B" : "A"}${value.slice(middle + 1)}`,
      "a",
      "",
      mockJar.get("parvis_identity_proved")?.value ?? "",
      cookie()?.value ?? "",
    ];
    for (const each of forged) {
      mockJar.set("parvis_devices", { value: each, options });
      expect(await owners()).toEqual([]);
    }
  });
});
