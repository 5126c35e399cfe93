"use client";

import { useFocusOnMount } from "@/components/ui/use-focus-on-mount";

type Props = { digest?: string; retry: () => void };

/** Our fault, said plainly, with what to do. Needs neither the town's settings nor the server. */
export function ErrorMessage({ digest, retry }: Props) {
  const title = useFocusOnMount<HTMLHeadingElement>();
  return (
    <div className="frame page">
      <div className="page-text prose">
        <h1 ref={title} tabIndex={-1}>
          Une erreur est survenue de notre côté
        </h1>
        <p>Ce que vous avez déjà enregistré est conservé. Réessayez dans un instant.</p>
        <p className="button-row">
          <button type="button" className="button" onClick={retry}>
            Réessayer
          </button>
          {/* A whole load, on purpose: what is in memory may be what fails. */}
          <a href="/contact" className="button button-secondary">
            Contacter le service
          </a>
        </p>
        {digest ? <p className="text-ink-soft">Si vous nous contactez, indiquez le numéro {digest}.</p> : null}
      </div>
    </div>
  );
}
