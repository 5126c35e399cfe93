import { z } from "zod";

/** Facts that several letters have. They are sealed in the outbox as JSON, and read back by the same schema. */

/** What a link of the letter opens: never shown but in that link. */
export const secret = z.string();

/** An instant; JSON keeps it as text. */
export const instant = z.coerce.date<Date | string>();

/** Whom to see or call in town. */
export const contact = z.object({
  service: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.array(z.string()).readonly(),
  hours: z.string(),
});

/** The agent, or administrator, whom something was done to. */
export const namedAgent = z.object({ id: z.string(), name: z.string(), email: z.string() });

/** Of which demande a letter speaks. `path`: the page that its button opens, a link of ours for whoever has no account. */
export const aboutDemande = {
  demarcheId: z.string(),
  demarche: z.string(),
  /** Empty while it is a draft. */
  number: z.string(),
  path: z.string(),
};

/** The service in charge; what it has not is empty. */
const service = z.object({
  name: z.string(),
  organisation: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
});

/** What is to be brought on paper; `sentence`: where, and until when, as the récépissé says it. */
const papers = z
  .object({ labels: z.array(z.string()).readonly(), sentence: z.string(), until: z.string(), where: z.string() })
  .nullable();

/** What is read alike in the récépissé and in its letter: the law wants the two to say the same. */
export const received = {
  applicant: z.string(),
  beneficiary: z.string().nullable(),
  receivedAt: instant,
  /** The promise, then the law, in the words of the récépissé (lib/demandes/rules/delays.ts). */
  delay: z.object({ promise: z.string(), lawTitle: z.string(), law: z.array(z.string()).readonly() }),
  hasAccount: z.boolean(),
};

/** One demande among those that a submission made. */
export const receivedBy = { number: z.string(), service, papers };
