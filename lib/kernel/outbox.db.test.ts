import { eq } from "drizzle-orm";
import { outbox } from "@/db/schema/platform";
import { done, refuse } from "@/lib/shared/result";
import { unseal } from "./crypto";
import { database } from "./database";
import { queueMail, recipientHash } from "./outbox";
import { transact } from "./transact";

const system = { kind: "system", job: "essai" } as const;
const mail = (key: string) => ({
  to: "habitante@example.org",
  kind: "robot.code" as const,
  key,
  content: { subject: "Votre demande", greeting: "Bonjour,", paragraphs: ["Un secret : 123456"] },
});
const rowsOf = (key: string) => database().select().from(outbox).where(eq(outbox.key, key));

describe("queueMail", () => {
  it("waits in the table with neither address nor text in clear", async () => {
    await transact(system, async ({ tx, unrecorded }) => {
      unrecorded("test");
      return done(await queueMail(tx, mail("un")));
    });
    const [row] = await rowsOf("un");
    expect(row).toMatchObject({ state: "waiting", attempts: 0, recipientHash: recipientHash("habitante@example.org") });
    expect(JSON.stringify(row)).not.toMatch(/habitante|123456|Bonjour/);
    expect(JSON.parse(unseal("outbox", row?.content ?? ""))).toMatchObject({ to: "habitante@example.org" });
  });

  it("queues one event once, however often it is told", async () => {
    const queue = () =>
      transact(system, async ({ tx, unrecorded }) => (unrecorded("test"), done(await queueMail(tx, mail("deux")))));
    const answers = await Promise.all([queue(), queue(), queue()]);
    expect(answers.filter((answer) => answer.ok && answer.value)).toHaveLength(1);
    expect(await rowsOf("deux")).toHaveLength(1);
  });

  it("leaves nothing when the command is refused", async () => {
    await transact(system, async ({ tx }) => {
      await queueMail(tx, mail("trois"));
      return refuse("no");
    });
    expect(await rowsOf("trois")).toHaveLength(0);
  });
});
