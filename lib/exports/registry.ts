import type { PgTable } from "drizzle-orm/pg-core";
import type * as schema from "@/db/schema/all";
import { kernelPersonal } from "@/lib/kernel/personal";
import type { Claim, Personal } from "@/lib/kernel/personal-data";
import { accountsPersonal } from "@/lib/accounts/personal";
import { demandesPersonal } from "@/lib/demandes/personal";
import { lettersPersonal } from "@/lib/letters/personal";
import { messagesPersonal } from "@/lib/messages/personal";
import { notificationsPersonal } from "@/lib/notifications/personal";
import { staffPersonal } from "@/lib/staff/personal";
import { relationsPersonal } from "@/lib/relations/personal";
import { walletPersonal } from "@/lib/wallet/personal";
import { exportsPersonal } from "./personal";

/** Who answers for which personal data (docs/decisions/040), from left to right in the order of the modules. */
export const personalOf = {
  kernel: kernelPersonal,
  letters: lettersPersonal,
  staff: staffPersonal,
  accounts: accountsPersonal,
  relations: relationsPersonal,
  wallet: walletPersonal,
  notifications: notificationsPersonal,
  demandes: demandesPersonal,
  messages: messagesPersonal,
  exports: exportsPersonal,
};

/** Tables that hold nothing of a person, and why. */
export const impersonal = {
  organisations: "the bodies of the town, which are public",
  services: "how to reach a service of the town, which is public",
  portalSettings: "what the town decided for everybody",
  themes: "what the town publishes",
  demarches: "what the town publishes",
  demarcheVersions: "the questions of a form, never an answer",
  letterWordings: "the town's own words in a letter, before anybody's are filled in",
  jobRuns: "which task ran, when, and the name of what failed",
  backups: "when a backup ended, and its size",
  blobDeletions: "random names of sealed files; whose they were is gone with the row that named them",
  pendingBlobs: "random names of sealed files that no row names yet",
} as const;

export const everyPersonal: readonly Personal[] = Object.values(personalOf);

/** Every claim, those of a module in its own order. */
export const everyClaim: readonly Claim[] = everyPersonal.flatMap(({ tables }) => Object.values(tables));

type Tables = { [K in keyof typeof schema]: (typeof schema)[K] extends PgTable ? K : never }[keyof typeof schema];
type Owners = typeof personalOf;
type Claimed = { [M in keyof Owners]: keyof Owners[M]["tables"] }[keyof Owners];

/** Does not compile while a table of the schema is neither claimed by a module nor said to hold nothing: the error names it. */
export const forgotten: [Exclude<Tables, Claimed | keyof typeof impersonal>] extends [never]
  ? null
  : Exclude<Tables, Claimed | keyof typeof impersonal> = null;
