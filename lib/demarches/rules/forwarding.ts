import type { Answers, ChoicesFieldDef, DemarcheDefinition, Field, Section } from "../form";
import { getAnswer } from "../fields/paths";

/**
 * A démarche told once to several services (decision 033): the options of one question name services, and each service that
 * is ticked receives a demande of its own, with its own option alone.
 */
export type Forwarding = { path: string; field: ChoicesFieldDef };

/** Whether the options of a field name services. */
export function isForwarding(field: Field): field is ChoicesFieldDef {
  return "options" in field && field.options.some((option) => "service" in option && option.service !== undefined);
}

/** The question that chooses the services; null where a demande goes to the service of its démarche. */
export function forwardingOf({ sections }: Pick<DemarcheDefinition, "sections">): Forwarding | null {
  for (const { key, fields } of sections)
    for (const field of fields) if (isForwarding(field)) return { path: `${key}.${field.key}`, field };
  return null;
}

/** Slugs of the services that a form may be sent to, each once. */
export function servicesNamed(definition: Pick<DemarcheDefinition, "sections">): string[] {
  const options = forwardingOf(definition)?.field.options ?? [];
  return [...new Set(options.flatMap(({ service }) => service ?? []))];
}

/** The services ticked, in the order of the form, each with the options that chose it. `answers`: of what applies alone. */
export function servicesChosen(
  definition: Pick<DemarcheDefinition, "sections">,
  answers: Answers,
): { service: string; values: string[] }[] {
  const forwarding = forwardingOf(definition);
  const stored = forwarding ? getAnswer(answers, forwarding.path) : undefined;
  const ticked: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const chosen = (forwarding?.field.options ?? []).filter(({ value }) => ticked.includes(value));
  const services = [...new Set(chosen.flatMap(({ service }) => service ?? []))];
  return services.map((service) => ({
    service,
    values: chosen.filter((option) => option.service === service).map(({ value }) => value),
  }));
}

/** The sections without the options that nobody would read, and the words that say so beside those that are left. */
export function withReached(sections: readonly Section[], unreached: readonly string[] = []): Section[] {
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => (isForwarding(field) ? reached(field, unreached) : field)),
  }));
}

function reached(field: ChoicesFieldDef, unreached: readonly string[]): ChoicesFieldDef {
  const isLeft = ({ service }: { service?: string }) => service === undefined || !unreached.includes(service);
  const gone = field.options.filter((option) => !isLeft(option)).map(({ label }) => label);
  if (gone.length === 0) return field;
  return {
    ...field,
    options: field.options.filter(isLeft),
    help: [field.help, notReached(gone)].filter(Boolean).join(" "),
  };
}

/** « Bibliothèques », whom the portal does not reach. */
export function notReached(labels: readonly string[]): string {
  const names = labels.map((label) => `« ${label} »`).join(", ");
  return labels.length === 1
    ? `${names} ne reçoit pas de demande par le portail : prévenez ce service vous-même.`
    : `${names} ne reçoivent pas de demande par le portail : prévenez ces services vous-même.`;
}
