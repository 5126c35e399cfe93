import { DocumentTitle } from "@/components/ui/document-title";

/** « Mes demandes – Vos démarches en ligne – Belleval ». One a page; a form that gives its own title replaces it. */
export function PageTitle(props: { title: string; description?: string; hasError?: boolean }) {
  return <DocumentTitle {...props} />;
}
