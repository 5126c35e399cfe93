import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";

type Props = {
  /** Null where the town has not set FranceConnect: nothing is shown. */
  href: string | null;
  /** Heading of the section, where the page has room for one. */
  title?: string;
};

/** The way in by FranceConnect (X1). A plain link: it works without JavaScript, and its page may lead elsewhere. */
export function FranceConnectEntry({ href, title }: Props) {
  if (href === null) return null;
  return (
    <section aria-label={title ?? "FranceConnect"} className="mt-8">
      {title ? <h2>{title}</h2> : null}
      <p>
        FranceConnect est la solution proposée par l’État pour se connecter aux services en ligne : votre compte des
        impôts ou de l’Assurance maladie, par exemple, prouve votre identité.
      </p>
      <p className="mt-4">
        <LinkButton href={href} variant="secondary">
          S’identifier avec FranceConnect
        </LinkButton>
      </p>
      <p className="mt-4">
        <TextLink href="https://franceconnect.gouv.fr/">Qu’est-ce que FranceConnect ?</TextLink>
      </p>
    </section>
  );
}
