import { versionOf } from "@/lib/kernel/seen-version";
import type { PortalSetting } from "./portal";

/** What each form of the town shows of the one line that keeps them all. */
export const partsOf = ({ town, title, colours, contact, legal, accessibility, logo }: PortalSetting) => ({
  town: { town, title, colours, contact, legal },
  accessibility,
  logo,
});

/** The version of each, for the form that changes it. */
export function versionsOf(setting: PortalSetting) {
  const { town, accessibility, logo } = partsOf(setting);
  return { town: versionOf(town), accessibility: versionOf(accessibility), logo: versionOf(logo) };
}
