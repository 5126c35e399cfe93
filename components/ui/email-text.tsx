type Props = { email: string | null; isStrong?: boolean };

/** An e-mail address in a text: a line cuts it at no dash, only where it is longer than a whole line. */
export function EmailText({ email, isStrong = false }: Props) {
  return <bdi className={isStrong ? "email-text font-bold" : "email-text"}>{email}</bdi>;
}
