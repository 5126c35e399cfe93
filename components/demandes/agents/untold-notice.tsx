import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { UntoldDemande } from "@/lib/demandes/types/agent";

/** At the agents' home: of which demandes a letter never left, and whom to tell by another way. */
export function UntoldNotice({ demandes }: { demandes: readonly UntoldDemande[] }) {
  if (demandes.length === 0) return null;
  return (
    <Notice tone="danger" title="Des personnes n’ont pas reçu leur courriel">
      <p>Prévenez-les par un autre moyen. La page de chaque demande dit ce qui n’est pas parti.</p>
      <ul>
        {demandes.map(({ number, person }) => (
          <li key={number}>
            <TextLink href={`/admin/demandes/${number}`}>{`Demande n°\u00a0${number}`}</TextLink>
            {person === "" ? null : (
              <>
                , <bdi>{person}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
