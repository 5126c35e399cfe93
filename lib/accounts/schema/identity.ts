import { z } from "zod";
import { emailText } from "@/lib/shared/form-schema";
import { accountKinds } from "@/lib/vocabulary/roles";

const recalled = "Saisissez votre mot de passe actuel.";

export const linkIdentitySchema = z.object({
  currentPassword: z.string(recalled).min(1, recalled).max(1_000, recalled),
});
export type LinkIdentity = z.infer<typeof linkIdentitySchema>;

export const identityEmailSchema = z.object({ email: emailText() });

export const identityAccountSchema = z.object({
  email: emailText(),
  kind: z.enum(accountKinds, "Indiquez si le compte sert à un usage personnel ou professionnel."),
});
