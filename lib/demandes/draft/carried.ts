import { addressSchema, contactSchema, identitySchema } from "@/lib/accounts/schema/citizen";
import { applicantSectionKey, type Answers } from "@/lib/demarches/form";
import { getAnswer } from "@/lib/demarches/fields/paths";
import { isRecord } from "@/lib/demarches/values/reading";
import { showPhone } from "@/lib/shared/phone";
import { isFrance } from "@/lib/shared/place";
import {
  civilities,
  civilityLabels,
  contactChannelLabels,
  contactChannels,
  type Civility,
  type ContactChannel,
} from "@/lib/vocabulary/roles";

/**
 * What a demande tells of its applicant that an account keeps (F33), each part only when the account itself would have taken it.
 * For whoever proved the mailbox of the demande, and nobody else.
 */
export type Carried = {
  civility: Civility | null;
  firstName: string;
  lastName: string;
  address: { addressLine: string; addressExtra: string; postalCode: string; commune: string } | null;
  contact: { phone: string; mobile: string; preferredContact: ContactChannel };
};

export function carriedFrom(answers: Answers): Carried {
  const said = (key: string) => {
    const text = getAnswer(answers, `${applicantSectionKey}.${key}`);
    return typeof text === "string" ? text : "";
  };
  const [firstName, lastName, phone] = [said("firstName"), said("lastName"), said("phone")];
  const names = identitySchema.safeParse({
    firstName,
    lastName,
    ...(hasOneName(answers) ? { hasOneName: "yes" } : {}),
  });
  const preferred = contactChannels.find((channel) => channel === said("preferredContact")) ?? "email";
  const numbers = isMobile(phone) ? { phone: "", mobile: phone } : { phone, mobile: "" };
  const contact = contactSchema.safeParse({ ...numbers, preferredContact: preferred });
  return {
    civility: civilities.find((each) => each === said("civility")) ?? null,
    firstName: names.success ? names.data.firstName : "",
    lastName: names.success ? names.data.lastName : "",
    address: addressFrom(said),
    contact: contact.success ? contact.data : { phone: "", mobile: "", preferredContact: preferred },
  };
}

/** What is carried beside the names, to be read before it is kept. */
export function carriedRows({ civility, address, contact }: Carried): { label: string; value: string }[] {
  const { phone, mobile, preferredContact } = contact;
  const lines = address
    ? [address.addressLine, address.addressExtra, `${address.postalCode} ${address.commune}`].filter(Boolean)
    : [];
  return [
    { label: "Civilité", value: civility ? civilityLabels[civility] : "" },
    { label: "Adresse", value: lines.join(", ") },
    { label: "Téléphone", value: showPhone(mobile || phone) },
    { label: "Moyen de contact préféré", value: contactChannelLabels[preferredContact] },
  ].filter(({ value }) => value !== "");
}

/** An account has an address in France. */
function addressFrom(said: (key: string) => string): Carried["address"] {
  if (!isFrance(said("address.country")) || said("address.line") === "") return null;
  const read = addressSchema.safeParse({
    addressLine: said("address.line"),
    addressExtra: said("address.extra"),
    postalCode: said("address.postalCode"),
    commune: said("address.commune"),
  });
  return read.success ? read.data : null;
}

/** French mobiles, those overseas included (ARCEP, plan de numérotation). */
function isMobile(e164: string): boolean {
  return /^\+(33[67]|262(692|693|639)|590(690|691)|594694|596(696|697))/.test(e164);
}

/** « Je n’ai qu’un nom » was ticked. */
function hasOneName(answers: Answers): boolean {
  const said = getAnswer(answers, `${applicantSectionKey}.firstName`);
  return isRecord(said) && said.waived === true;
}
