import { domainToASCII, domainToUnicode } from "node:url";
import { cleanLine } from "./clean-text";

/** RFC 5321: 64 characters before the @, 254 in all. Each class excludes the character that ends it: linear. */
const localPart = /^[^\s@<>()[\]",;:\\]{1,64}$/u;
/** A domain once encoded (IDNA): two labels at least, the last one no number, which would be a machine's address. */
const encodedDomain = /^(?:[a-z0-9_-]{1,63}\.)+(?!\d+$)[a-z0-9-]{1,63}$/;
const hidden = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The only reader of an e-mail address: in lower case (NFC), without the characters that nobody sees, the domain as its owner
 * writes it (« bibliothèque.fr », never « xn--… »), however the browser sent it. Null for what can be no address.
 */
export function readEmail(typed: string): string | null {
  const text = tidy(typed);
  const at = text.indexOf("@");
  const local = straight(text.slice(0, Math.max(at, 0)));
  const ascii = encoded(text.slice(at + 1));
  if (at < 1 || ascii === null || !localPart.test(local) || local.length + ascii.length > 253) return null;
  return `${local}@${domainToUnicode(ascii)}`;
}

/** What a person signs in with: an address in the form that is kept, or an identifiant in lower case. */
export function readIdentifier(typed: string): string {
  return readEmail(typed) ?? tidy(typed);
}

/** As mail servers take it: the domain in its « xn-- » form. */
export function toMailServers(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, at)}@${encoded(email.slice(at + 1)) ?? email.slice(at + 1)}`;
}

/** The forms under which an address may have been kept before there was one: its own, and that of mail servers. */
export function formsOf(email: string): readonly string[] {
  const own = readEmail(email) ?? email.trim().toLowerCase();
  return [...new Set([own, toMailServers(own)])];
}

/** The address alone, of « Prénom Nom <a@b.fr> » and « mailto:a@b.fr » as mail programs copy them, and of a full-width « ＠ ». */
function tidy(typed: string): string {
  const line = cleanLine(typed).replace(hidden, "").replaceAll("＠", "@").toLowerCase();
  const [, between = line] = /^[^<>@]*<([^<>@]+@[^<>@]+)>$/.exec(line) ?? [];
  return between.replace(/^mailto: ?/, "").replace(/ ?@ ?/g, "@");
}

/** A keyboard that « corrects » writes o’neil: no mailbox has that apostrophe. */
function straight(local: string): string {
  return local.replace(/[‘’]/g, "'");
}

/** A full stop at the end comes from the sentence it was copied with. */
function encoded(domain: string): string | null {
  const ascii = domainToASCII(domain.replace(/\.$/, ""));
  return encodedDomain.test(ascii) ? ascii : null;
}
