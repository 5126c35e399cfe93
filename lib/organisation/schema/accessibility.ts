import { z } from "zod";
import { isAtFault, unlessAtFault } from "@/lib/shared/at-fault";
import type { Accessibility } from "@/lib/shared/accessibility";
import { isWebAddress, linesText, optionalDay, optionalText } from "@/lib/shared/form-schema";

const longestList = 3_000;

/** No statement of accessibility is older than the decree. */
const dayOf = (subject: string) => optionalDay({ subject, earliest: "2019-09-01" });

/** « 87,5 », « 87.5 % »: two decimals at most, the others are cut. */
const rate = optionalText(10).transform((text, context): number | null => {
  if (text === "") return null;
  const typed = /^(\d{1,3})(?:[.,](\d{1,6}))?\s?%?$/.exec(text);
  const value = typed ? Number(`${typed[1]}.${(typed[2] ?? "0").slice(0, 2)}`) : NaN;
  if (value >= 0 && value <= 100) return value;
  context.addIssue({ code: "custom", message: "Saisissez un pourcentage de 0 à 100, par exemple 87,5." });
  return null;
});

const address = optionalText(300).refine(
  (text) => text === "" || isWebAddress(text),
  "Saisissez une adresse complète, comme https://www.ville.fr/accessibilite.",
);

/** What the form « Déclaration d’accessibilité » posts: the audit whole or not at all. */
export const accessibilityFormSchema = z
  .object({
    rate,
    auditor: optionalText(200),
    auditedOn: dayOf("la date de l’audit"),
    statedOn: dayOf("la date de la déclaration"),
    defects: linesText(longestList),
    exemptions: linesText(longestList),
    schemeUrl: address,
    planUrl: address,
  })
  .superRefine(
    (form, context) => {
      const say = (field: string, message: string) => {
        if (!isAtFault(context.issues, field)) context.addIssue({ code: "custom", path: [field], message });
      };
      if (form.statedOn === null) say("statedOn", "Saisissez la date de la déclaration.");
      if (form.rate === null && form.auditor === "" && form.auditedOn === null) return;
      if (form.rate === null) say("rate", "Saisissez le taux de conformité, ou videz les trois champs de l’audit.");
      if (form.auditor === "") say("auditor", "Saisissez qui a fait l’audit, ou videz les trois champs de l’audit.");
      if (form.auditedOn === null)
        say("auditedOn", "Saisissez la date de l’audit, ou videz les trois champs de l’audit.");
    },
    { when: unlessAtFault() },
  )
  .transform(({ rate, auditor, auditedOn, statedOn, ...rest }): Accessibility => ({
    ...rest,
    statedOn: statedOn ?? "",
    audit: rate === null || auditedOn === null ? null : { rate, auditor, date: auditedOn },
  }));
