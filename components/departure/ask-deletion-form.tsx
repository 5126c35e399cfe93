import { RadioGroup } from "@/components/ui/fields/radio-group";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import type { LeavingDemande } from "@/lib/departure/types";

type Props = { action: FormAction; title: string; underWay: readonly LeavingDemande[] };

const choices = [
  {
    value: "finish",
    label: "La laisser aboutir sans le compte",
    hint: "Le service la traite. Vous la suivez avec son numéro et votre courriel, à la page « Suivre une demande ».",
  },
  {
    value: "withdraw",
    label: "L’annuler",
    hint: "Le service ne la traitera pas, et elle sera anonymisée. Une demande annulée ne peut pas être reprise.",
  },
];

/** The requests under way, one by one, then the question. What is left as it stands goes on: nobody is blocked (T4). */
export function AskDeletionForm({ action, title, underWay }: Props) {
  return (
    <ActionForm action={action} title={title}>
      <h2>Vos demandes en cours</h2>
      {underWay.length === 0 ? <p>Vous n’avez pas de demande en cours.</p> : null}
      {underWay.map((demande) => (
        <Choice key={demande.id} demande={demande} />
      ))}
      <FormButtons cancelHref="/espace/compte" label="Recevoir le lien de suppression" isDangerous />
    </ActionForm>
  );
}

function Choice({ demande: { id, number, demarcheTitle, statusLabel, canWithdraw } }: { demande: LeavingDemande }) {
  const label = `${demarcheTitle}, n°\u00a0${number ?? ""}`;
  if (canWithdraw)
    return (
      <RadioGroup
        name={`fate.${id}`}
        label={label}
        hint={`État : ${statusLabel}`}
        options={choices}
        defaultValue="finish"
      />
    );
  return (
    <section aria-label={label} className="mb-6">
      <p className="font-bold">{label}</p>
      <p className="text-ink-soft">État : {statusLabel}</p>
      <p>
        Cette demande est complète : elle ne peut plus être annulée. Elle aboutira sans le compte ; vous la suivrez avec
        son numéro et votre courriel, à la page « Suivre une demande ».
      </p>
    </section>
  );
}
