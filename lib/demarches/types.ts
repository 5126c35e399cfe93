import type { AccessRule } from "@/db/schema/demarches";
import type { DemarcheId, DemarcheVersionId, ServiceId } from "@/lib/shared/ids";
import type { DemarcheDefinition } from "./form";
import type { Availability } from "./status";

export type ThemeView = {
  slug: string;
  name: string;
  description: string;
  /** Key of `components/demarches/theme-icon.tsx`. */
  icon: string;
  /** Published démarches. */
  count: number;
};

/** A démarche in a list. */
export type DemarcheCard = Availability & {
  slug: string;
  title: string;
  summary: string;
  access: AccessRule;
  isFeatured: boolean;
  theme: { slug: string; name: string; icon: string };
};

/** A démarche that answers to a search. `matched`: the words that its title and summary do not show (« cantine »). */
export type FoundDemarche = DemarcheCard & { matched: readonly string[] };

/** Where to go for what the catalogue does not hold. `isByPhone`: the town can be asked too. */
export type Elsewhere = {
  title: string;
  text: string;
  link: { label: string; href: string };
  isByPhone?: boolean;
};

/** What a search answers, and how far it may be believed. */
export type DemarcheSearch = {
  demarches: readonly FoundDemarche[];
  /** The words looked for instead of those typed: « naissance »; empty when they were typed so. */
  corrected: readonly string[];
  /** No démarche holds most of the words: what is shown is only near. */
  isNear: boolean;
  elsewhere: Elsewhere | null;
};

/** A démarche on its own page, before anything is begun. */
export type DemarcheView = DemarcheCard & {
  id: DemarcheId;
  versionId: DemarcheVersionId;
  quotaPerPerson: number | null;
  service: { name: string; organisation: string; address: string; phone: string; email: string };
  definition: DemarcheDefinition;
};

/** A version of a form: it never changes. */
export type VersionView = {
  id: DemarcheVersionId;
  demarcheId: DemarcheId;
  number: number;
  definition: DemarcheDefinition;
};

/** A démarche as administrators see it, published or not. `version`: the last one published. */
export type ManagedDemarche = {
  id: DemarcheId;
  slug: string;
  title: string;
  theme: string;
  service: string;
  access: AccessRule;
  isPublished: boolean;
  version: number | null;
  publishedAt: Date | null;
};

/** One of them, on its own page. `entrustedVersion`: what its form showed. */
export type ManagedDemarcheCard = ManagedDemarche & { serviceId: ServiceId; entrustedVersion: string };

/** What a town does before it opens its portal, in the order of the list. */
export type OpeningStep = {
  key: "town" | "services" | "agents" | "demarches" | "legal" | "accessibility" | "mail" | "antivirus" | "backup";
  isDone: boolean;
};
