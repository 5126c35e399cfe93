import type { Accessibility } from "./accessibility";
import type { Theme } from "./theme";

/** What every page needs to know of the town that runs the portal. */
export type Portal = {
  /** « Belleval » */
  town: string;
  /** « Vos démarches en ligne » */
  title: string;
  logo: { src: string; width: number; height: number } | null;
  theme: Theme;
  contact: {
    service: string;
    email: string;
    phone: string;
    /** Lines of the postal address. */
    address: readonly string[];
    hours: string;
  };
  /** Who answers behind the portal: the town, its métropole, its CCAS (F2). */
  organisations: readonly { name: string; role: string; website?: string }[];
  /** Named by the law behind the legal notice. */
  legal: { publisher: string; director: string; host: string; dpoEmail: string };
  accessibility: Accessibility;
};

/** The person whom the header greets; « unknown » while nothing can be read of them. */
export type Viewer =
  | { kind: "anonymous" }
  | { kind: "unknown" }
  | { kind: "citizen"; name: string }
  | { kind: "agent"; name: string; service: string };
