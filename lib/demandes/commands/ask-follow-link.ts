import { and, eq, inArray } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { demandes } from "@/db/schema/demandes";
import { demarches } from "@/db/schema/demarches";
import type { Actor } from "@/lib/kernel/actor";
import { clock } from "@/lib/kernel/clock";
import type { Tx } from "@/lib/kernel/database";
import { countTry } from "@/lib/kernel/limiter";
import { recipientHash } from "@/lib/kernel/recipient-hash";
import { post } from "@/lib/letters/outbox/post";
import { transact } from "@/lib/kernel/transact";
import { done, type Result } from "@/lib/shared/result";
import { aboutDemande } from "../moves/announce";
import { contactHashesOf } from "../access/contact-hash";
import { newFollowLink } from "../access/follow-link";
import { readNumber } from "../rules/number";
import type { AskFollowLink } from "../schema/citizen";

/** E-mails to one address: 5 an hour and 20 a day (docs/numbers.md). */
const hourly = { max: 5, windowSeconds: 3_600 };
const daily = { max: 20, windowSeconds: 86_400 };

/**
 * Sends a new link to the applicant of a demande, when the number and the address are those of the same one. The answer
 * never tells whether they are, nor whether a limit was reached. One that was filed with an account is followed there; one that
 * joined an account since is still followed by these links.
 */
export async function askFollowLink(actor: Actor, input: AskFollowLink): Promise<Result<null, never>> {
  const isWithinLimits = await mayWriteTo(input.email);
  return transact(actor, async ({ tx, record, unrecorded }) => {
    const demande = await findByContact(tx, input);
    if (!demande || !isWithinLimits || demande.accountStatus === "frozen") {
      unrecorded("nothing to send");
      return done(null);
    }
    const accountId = demande.claimedAt ? null : demande.accountId;
    const path = accountId
      ? `/espace/demandes/${demande.number ?? ""}/historique`
      : await newFollowLink(tx, demande.id);
    const key = `demande:${demande.id}:follow:${clock.now().getTime()}`;
    const facts = { ...aboutDemande(demande, path), hasAccount: accountId !== null };
    await post(tx, "demande.follow", facts, { to: input.email, name: null, accountId, key });
    await record("demande.follow_link_asked", demande.id);
    return done(null);
  });
}

async function mayWriteTo(email: string): Promise<boolean> {
  const subject = recipientHash(email);
  const [hour, day] = await Promise.all([
    countTry({ key: `follow:hour:${subject}`, ...hourly }),
    countTry({ key: `follow:day:${subject}`, ...daily }),
  ]);
  return hour.isAllowed && day.isAllowed;
}

async function findByContact(tx: Tx, { number, email }: AskFollowLink) {
  const [row] = await tx
    .select({
      id: demandes.id,
      number: demandes.number,
      accountId: demandes.accountId,
      accountStatus: accounts.status,
      claimedAt: demandes.claimedAt,
      demarcheId: demandes.demarcheId,
      demarche: { title: demarches.title },
    })
    .from(demandes)
    .innerJoin(demarches, eq(demarches.id, demandes.demarcheId))
    .leftJoin(accounts, eq(accounts.id, demandes.accountId))
    .where(and(eq(demandes.number, readNumber(number) ?? ""), inArray(demandes.contactHash, contactHashesOf(email))))
    .limit(1);
  return row ?? null;
}
