import { z } from "zod";
import { anyPassword } from "@/lib/shared/new-password";

export const askExportSchema = z.object({ currentPassword: anyPassword("Saisissez votre mot de passe actuel.") });
export type AskExport = z.infer<typeof askExportSchema>;
