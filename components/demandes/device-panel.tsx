import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { DeviceAccess } from "@/lib/demandes/types/demande";
import { formatDate } from "@/lib/shared/dates";
import { lifetime } from "@/lib/vocabulary/lifetimes";

type Props = {
  demandeId: string;
  access: DeviceAccess;
  /** Address of the page, to come back to. */
  here: string;
  keep: FormAction;
};

/** Without account: how long this browser opens the demande, the way to keep it on a device of one’s own, and the way to leave it. */
export function DevicePanel({ demandeId, access: { keptUntil }, here, keep }: Props) {
  return (
    <section aria-labelledby="appareil" className="my-8 rounded-lg bg-sunken p-6">
      <h2 id="appareil" className="mb-3 text-[1.1rem]">
        Sur cet appareil
      </h2>
      {keptUntil ? (
        <p>Cette demande reste ouverte ici jusqu’au {formatDate(keptUntil)}.</p>
      ) : (
        <>
          <p>
            Cette demande se referme avec votre navigateur, ou après {lifetime("guest_idle")} sans rien faire. Ne la
            gardez que sur un appareil à vous : jamais en mairie, à la médiathèque ou chez quelqu’un.
          </p>
          <ActionForm action={keep} label="Garder la demande sur cet appareil" scope="appareil" className="mt-4">
            <HiddenFields values={{ demandeId, retour: here }} />
            <SubmitButton variant="secondary">
              Cet appareil est à moi : la garder {lifetime("guest_device")}
            </SubmitButton>
          </ActionForm>
        </>
      )}
      <p className="mt-4">
        <TextLink href="/quitter">Quitter et effacer de cet appareil</TextLink>
      </p>
    </section>
  );
}
