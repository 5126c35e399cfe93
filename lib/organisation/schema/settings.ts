import { z } from "zod";
import { backupModes } from "@/lib/vocabulary/backups";

/** T11. */
export const accountSettingsFormSchema = z.object({
  validatedByAgent: z
    .enum(["yes", "no"], "Choisissez si les comptes sont validés par un agent.")
    .transform((answer) => answer === "yes"),
});

const keptMessage = "Saisissez un nombre de 1 à 90.";
/** The hour is of Paris. */
export const backupSettingsFormSchema = z.object({
  mode: z.enum(backupModes, "Choisissez qui sauvegarde la base."),
  hour: z
    .string("Choisissez une heure.")
    .regex(/^(\d|1\d|2[0-3])$/, "Choisissez une heure.")
    .transform(Number),
  kept: z
    .string(keptMessage)
    .trim()
    .regex(/^([1-9]|[1-8]\d|90)$/, keptMessage)
    .transform(Number),
});
