import { Notice } from "@/components/ui/notice";

/** The code of the second factor, in the demonstration only: it has no telephone. */
export function DemonstrationCode({ code }: { code: string | null }) {
  if (!code) return null;
  return (
    <Notice title="Portail de démonstration">
      <p>
        Le code à saisir est <strong>{code}</strong>. Hors démonstration, il ne s’affiche jamais ici.
      </p>
    </Notice>
  );
}
