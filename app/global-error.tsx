"use client";

import { ErrorMessage } from "@/components/layout/error-message";
import "./globals.css";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The last resort: the root layout itself failed, so this page brings its own document. */
export default function GlobalErrorPage({ error, reset }: Props) {
  return (
    <html lang="fr">
      <body>
        <title>Une erreur est survenue – Vos démarches en ligne</title>
        <main id="contenu" className="site-main">
          <ErrorMessage digest={error.digest} retry={reset} />
        </main>
      </body>
    </html>
  );
}
