"use client";

import { ErrorMessage } from "@/components/layout/error-message";
import { DocumentTitle } from "@/components/ui/document-title";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** What nobody expected, inside the portal. The digest finds the line in the journal; the message stays on the server. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <main id="contenu" className="site-main">
      <DocumentTitle title="Une erreur est survenue" />
      <ErrorMessage digest={error.digest} retry={reset} />
    </main>
  );
}
