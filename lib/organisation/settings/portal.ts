import { asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { organisations, portalSettings } from "@/db/schema/organisation";
import { database, type Reader } from "@/lib/kernel/database";
import { env } from "@/lib/kernel/env";
import type { Accessibility } from "@/lib/shared/accessibility";
import type { Portal } from "@/lib/shared/portal";
import { deriveTheme } from "@/lib/shared/theme";
import { unbroken } from "@/lib/shared/text";

/** A file of `public/`, of the demonstration. */
const shippedLogo = z.object({ src: z.string(), width: z.number(), height: z.number() });
/** The town's own, drawn anew by `drawLogo`; `version` names this drawing. */
const ownLogo = z.object({ png: z.base64(), version: z.string(), width: z.number(), height: z.number() });

/** The line of `portal_settings` that keeps them. */
export const portalKey = "portal";

/** What holds of every portal until its town says more: nobody audited it. */
const notAudited: Accessibility = {
  audit: null,
  statedOn: "2026-11-29",
  defects: [],
  exemptions: [],
  schemeUrl: "",
  planUrl: "",
};

/** What `portal_settings` keeps under « portal ». Colours are two; the palette is derived, so it always reads. */
const portalSettingSchema = z.object({
  town: z.string().min(1),
  title: z.string().min(1),
  logo: z.union([shippedLogo, ownLogo]).nullable(),
  colours: z.object({ primary: z.string(), accent: z.string() }),
  contact: z.object({
    service: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.array(z.string()),
    hours: z.string(),
  }),
  legal: z.object({
    publisher: z.string(),
    director: z.string(),
    host: z.string(),
    dpoEmail: z.string(),
  }),
  accessibility: z
    .object({
      audit: z.object({ rate: z.number(), auditor: z.string(), date: z.string() }).nullable(),
      statedOn: z.string(),
      defects: z.array(z.string()).readonly(),
      exemptions: z.array(z.string()).readonly(),
      schemeUrl: z.string(),
      planUrl: z.string(),
    })
    // Towns that wrote their settings before it was one of them.
    .default(() => notAudited),
});
export type PortalSetting = z.infer<typeof portalSettingSchema>;

/** The demonstration town. */
export const demonstrationPortal: PortalSetting = {
  town: "Belleval",
  title: "Vos démarches en ligne",
  logo: { src: "/logo-belleval.svg", width: 44, height: 44 },
  colours: { primary: "#1a5c4c", accent: "#c2571a" },
  contact: {
    service: "Accueil de la mairie de Belleval",
    email: "demarches@belleval.example",
    phone: "01 99 00 00 00",
    address: ["Hôtel de ville", "1 place du Parvis", "99000 Belleval"],
    hours: "Du lundi au vendredi de 8 h 30 à 17 h 30, le samedi de 9 h à 12 h",
  },
  legal: {
    publisher: "Ville de Belleval (commune de démonstration)",
    director: "Le maire de Belleval",
    host: "L’organisation qui a installé ce portail de démonstration",
    dpoEmail: "dpo@belleval.example",
  },
  accessibility: notAudited,
};

/** A town that has not said who it is: no name, nobody to write to; the form that asks for them is empty. */
export const unnamedPortal: PortalSetting = {
  town: "Votre commune",
  title: demonstrationPortal.title,
  logo: null,
  colours: demonstrationPortal.colours,
  contact: { service: "Accueil de la mairie", email: "", phone: "", address: [], hours: "" },
  legal: { publisher: "", director: "", host: "", dpoEmail: "" },
  accessibility: notAudited,
};

/** What is shown until a town has written its own settings: the demonstration is a town of its own, a real one is nobody yet. */
export function defaultPortal(): PortalSetting {
  return env().PARVIS_DEMO ? demonstrationPortal : unnamedPortal;
}

/** Said where a page prints what the town has not written yet. */
function orToSay(text: string, what: string): string {
  return text || `${what} à renseigner`;
}

function shownContact(contact: PortalSetting["contact"]): Portal["contact"] {
  return {
    service: contact.service,
    email: orToSay(contact.email, "courriel"),
    phone: unbroken(orToSay(contact.phone, "téléphone")),
    address: contact.address.length > 0 ? contact.address : [orToSay("", "adresse")],
    hours: unbroken(orToSay(contact.hours, "horaires")),
  };
}

function shownLegal({ publisher, director, host, dpoEmail }: PortalSetting["legal"]): Portal["legal"] {
  return {
    publisher: orToSay(publisher, "éditeur"),
    director: orToSay(director, "nom"),
    host: orToSay(host, "hébergeur"),
    dpoEmail: orToSay(dpoEmail, "courriel"),
  };
}

/** Settings with their palette, and who answers. A colour that became unreadable falls back to the default ones. */
export function toPortal(
  { colours, logo, contact, legal, ...rest }: PortalSetting,
  organisations: Portal["organisations"],
): Portal {
  const chosen = deriveTheme(colours);
  const theme = chosen.ok ? chosen : deriveTheme(demonstrationPortal.colours);
  if (!theme.ok) throw new Error("the default colours do not read");
  const shown = { contact: shownContact(contact), legal: shownLegal(legal), logo: toShownLogo(logo) };
  return { ...rest, ...shown, organisations, theme: theme.value };
}

/** Where the logo is read, and its size. */
export function toShownLogo(logo: PortalSetting["logo"]): Portal["logo"] {
  if (!logo) return null;
  const { width, height } = logo;
  return { src: "src" in logo ? logo.src : `/api/logo/${logo.version}`, width, height };
}

/** What the town decided of its portal; the defaults until something was decided. */
export async function readPortal(reader: Reader = database()): Promise<PortalSetting> {
  const [row] = await reader
    .select({ value: portalSettings.value })
    .from(portalSettings)
    .where(eq(portalSettings.key, portalKey))
    .limit(1);
  const parsed = portalSettingSchema.safeParse(row?.value);
  return parsed.success ? parsed.data : defaultPortal();
}

/** The bodies that answer behind the portal, the oldest first: the town itself, most often. */
export async function readOrganisations(): Promise<Portal["organisations"]> {
  const rows = await database()
    .select({ name: organisations.name, role: organisations.role, website: organisations.website })
    .from(organisations)
    .where(isNull(organisations.closedAt))
    .orderBy(asc(organisations.createdAt), asc(organisations.id));
  return rows.map(({ website, ...row }) => ({ ...row, ...(website && { website }) }));
}
