import { applicantSectionKey, type Answers } from "@/lib/demarches/form";
import type { Civility, ContactChannel } from "@/lib/vocabulary/roles";

/** « Je n’ai qu’un nom », as answered. */
const oneName = { waived: true } as const;

/** What an account says of its owner. */
export type Profile = {
  civility: Civility | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  addressLine: string | null;
  addressExtra: string | null;
  postalCode: string | null;
  commune: string | null;
  preferredContact: ContactChannel;
};

/**
 * First answers of a demande, from the account (F5, F70). A copy: nothing typed there is ever written back (F6). A preferred
 * contact that the form does not offer is left out.
 */
export function prefill(profile: Profile, offered: readonly ContactChannel[]): Answers {
  const { civility, firstName, lastName, email, preferredContact } = profile;
  const address = known({
    line: profile.addressLine,
    extra: profile.addressExtra,
    postalCode: profile.postalCode,
    commune: profile.commune,
  });
  const isWhole = "line" in address && "postalCode" in address && "commune" in address;
  const phone = profile.mobile ?? profile.phone;
  return {
    [applicantSectionKey]: known({
      civility,
      firstName: firstName || (lastName ? oneName : null),
      lastName,
      email,
      phone,
      address: isWhole ? address : null,
      preferredContact: offered.includes(preferredContact) ? preferredContact : null,
    }),
  };
}

/** « Camille Martin », as answered. */
export function applicantName(answers: Answers): string | null {
  return applicantParts(answers).join(" ") || null;
}

/** First name and name, as answered: those that were. */
export function applicantParts(answers: Answers): string[] {
  const { firstName, lastName } = applicantOf(answers);
  return [firstName, lastName].filter((part) => typeof part === "string" && part !== "") as string[];
}

/** The address to write to, as answered; null when none could be read. */
export function applicantEmail(answers: Answers): string | null {
  const { email } = applicantOf(answers);
  return typeof email === "string" && email !== "" ? email : null;
}

function applicantOf(answers: Answers): Readonly<Record<string, unknown>> {
  const section = answers[applicantSectionKey];
  return typeof section === "object" && section !== null ? (section as Readonly<Record<string, unknown>>) : {};
}

function known(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ""));
}
