import { KeptOutcomes } from "@/components/ui/form/kept-outcomes";

/** Stays while « Continuer » is refused and leads to the page again. */
export default function Layout({ children }: LayoutProps<"/demandes/[id]/demande/documents">) {
  return <KeptOutcomes>{children}</KeptOutcomes>;
}
