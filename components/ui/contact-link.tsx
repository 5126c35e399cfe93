import { telephoneLink } from "@/lib/shared/text";
import { TextLink } from "./text-link";

/** A number to call. Words that stand in its place (« téléphone à renseigner ») lead nowhere: they are no link. */
export function PhoneLink({ phone, className }: { phone: string; className?: string }) {
  if (!/\d/.test(phone)) return phone;
  return (
    <TextLink href={telephoneLink(phone)} className={className}>
      {phone}
    </TextLink>
  );
}

/** An address to write to, or the words that stand in its place. */
export function EmailLink({ email }: { email: string }) {
  return email.includes("@") ? <TextLink href={`mailto:${email}`}>{email}</TextLink> : email;
}
