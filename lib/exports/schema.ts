import { z } from "zod";
import { anyPassword } from "@/lib/shared/new-password";

/** Asking for a copy, and taking one from another session. */
export const askExportSchema = z.object({ currentPassword: anyPassword("Saisissez votre mot de passe actuel.") });
export type AskExport = z.infer<typeof askExportSchema>;
