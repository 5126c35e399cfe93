import { addressOf, networkOf, socketAddressHeader } from "./client-address";

const read = (headers: Record<string, string>) => ({ get: (name: string) => headers[name] ?? null });

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::9", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["n’importe quoi", "unknown"],
    ["", "unknown"],
  ])("%s → %s", (text, network) => {
    expect(networkOf(text)).toBe(network);
  });

  it("gives one key to a whole /64", () => {
    const walk = Array.from({ length: 200 }, (_, i) => networkOf(`2001:db8:7:7:${i.toString(16)}::${i.toString(16)}`));
    expect(new Set(walk).size).toBe(1);
  });
});

describe("addressOf", () => {
  const headers = read({
    "x-forwarded-for": "1.1.1.1, 2.2.2.2, 3.3.3.3",
    [socketAddressHeader]: "9.9.9.9",
    "x-real-ip": "8.8.8.8",
  });

  it("believes the socket alone when no proxy is trusted", () => {
    expect(addressOf(headers, 0)).toBe("9.9.9.9");
  });

  it("counts trusted proxies from the right", () => {
    expect(addressOf(headers, 1)).toBe("3.3.3.3");
    expect(addressOf(headers, 2)).toBe("2.2.2.2");
  });

  it("gives one shared key to a chain that is too short", () => {
    expect(addressOf(headers, 4)).toBe("unknown");
  });
});
