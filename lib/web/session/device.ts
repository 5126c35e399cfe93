import { headers } from "next/headers";

const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["Linux", "Linux"],
] as const;

/** « Firefox sur Windows »: enough to recognise one's own connections, not enough to recognise a person. */
export async function currentDevice(): Promise<string> {
  return deviceOf((await headers()).get("user-agent") ?? "");
}

function deviceOf(agent: string): string {
  const name = (table: readonly (readonly [string, string])[]) => table.find(([mark]) => agent.includes(mark))?.[1];
  const browser = name(browsers) ?? "Navigateur inconnu";
  const system = name(systems);
  return system ? `${browser} sur ${system}` : browser;
}
