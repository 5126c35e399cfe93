import { DocumentTitle } from "@/components/ui/document-title";

/** « Mes demandes – Vos démarches en ligne – Belleval ». One a page; a form that gives its own title replaces it. */
export function PageTitle({ title, description }: { title: string; description?: string }) {
  return <DocumentTitle title={title} description={description} />;
}
