import { readChange } from "@/lib/shared/kept-value";
import { done, refuse, type Result } from "@/lib/shared/result";
import { deriveTheme } from "@/lib/shared/theme";
import type { PortalSetting } from "./portal";
import { portalPieces, type PortalForm } from "../schema/portal";

/**
 * What the town says of itself, beside what it said: an address or colours that stay are not judged again. Refuses `invalid` and
 * `unreadable_colour` (details: errors by field).
 */
export function judgePortal(
  form: PortalForm,
  before: PortalSetting,
): Result<PortalForm, "invalid" | "unreadable_colour"> {
  const contact = readChange(portalPieces.contact, form.contact, { email: [before.contact.email] });
  const legal = readChange(portalPieces.legal, form.legal, { dpoEmail: [before.legal.dpoEmail] });
  if (!contact.ok) return refuse("invalid", under("contact", contact.details));
  if (!legal.ok) return refuse("invalid", under("legal", legal.details));
  const { primary, accent } = form.colours;
  const areKept = primary === before.colours.primary && accent === before.colours.accent;
  const theme = areKept ? null : deriveTheme(form.colours);
  if (theme && !theme.ok) return refuse("unreadable_colour", under("colours", theme.details));
  return done({ ...form, contact: { ...form.contact, ...contact.value }, legal: { ...form.legal, ...legal.value } });
}

function under(part: string, problems: Readonly<Record<string, string>> = {}) {
  return Object.fromEntries(Object.entries(problems).map(([name, sentence]) => [`${part}.${name}`, sentence]));
}
