import { TextLink } from "@/components/ui/text-link";

/** The way in of an agent whom strangers make wait. */
export function UnknownBrowser() {
  return (
    <p className="mb-4">
      Le portail vous demande d’attendre, alors que vous n’avez pas fait tous ces essais ?{" "}
      <TextLink href="/admin/connexion/navigateur">Faire reconnaître ce navigateur</TextLink>
    </p>
  );
}
