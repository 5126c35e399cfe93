import { z } from "zod";
import { emailText, idOf, isWebAddress, optionalText, requiredText } from "@/lib/shared/form-schema";
import type { OrganisationId, ServiceId } from "@/lib/shared/ids";

/** What the pages of the services post. */

const organisation = {
  name: requiredText("Saisissez le nom de l’organisme.", 120),
  role: requiredText("Dites en quelques mots de quoi il s’occupe.", 200),
  website: optionalText(300).refine(
    (text) => text === "" || isWebAddress(text),
    "Saisissez une adresse complète, comme https://www.ville.fr.",
  ),
};
export const addOrganisationSchema = z.object(organisation);
export type AddOrganisation = z.infer<typeof addOrganisationSchema>;
export const changeOrganisationSchema = z.object({ organisationId: idOf<OrganisationId>(), ...organisation });
export type ChangeOrganisation = z.infer<typeof changeOrganisationSchema>;
export const organisationSchema = z.object({ organisationId: idOf<OrganisationId>() });

const service = {
  name: requiredText("Saisissez le nom du service.", 120),
  organisationId: idOf<OrganisationId>("Choisissez l’organisme du service."),
  address: requiredText("Saisissez l’adresse postale du service.", 300),

  phone: requiredText("Saisissez le téléphone du service.", 30),
  email: emailText("Saisissez le courriel du service."),
  hours: optionalText(200),
};
/** `knownAs`: the name by which the catalogue that ships calls such a service; empty for none. */
export const addServiceSchema = z.object({
  ...service,
  knownAs: z
    .string()
    .max(60)
    .regex(/^([a-z0-9]+(?:-[a-z0-9]+)*)?$/, "Choisissez parmi les réponses proposées.")
    .default(""),
});
export type AddService = z.infer<typeof addServiceSchema>;
export const changeServiceSchema = z.object({ serviceId: idOf<ServiceId>(), ...service });
export type ChangeService = z.infer<typeof changeServiceSchema>;
export const serviceSchema = z.object({ serviceId: idOf<ServiceId>() });

/**
 * `heir`: the service that takes over; empty where nothing is to be taken over. `agentsJoin`: the agents follow it there.
 * `isConfirmed`: ticked by who knows that nobody at work follows the heir.
 */
export const closeServiceSchema = z.object({
  serviceId: idOf<ServiceId>(),
  heir: z.union([z.literal(""), idOf<ServiceId>("Choisissez parmi les services proposés.")]).default(""),
  agentsJoin: z.literal("oui").optional(),
  isConfirmed: z.literal("oui").optional(),
});
export type CloseService = z.infer<typeof closeServiceSchema>;
