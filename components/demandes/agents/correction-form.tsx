import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { SubmitButton } from "@/components/ui/form/submit-button";
import { ButtonRow } from "@/components/ui/button-row";
import { Checkbox } from "@/components/ui/fields/checkbox";
import { SelectField } from "@/components/ui/fields/select-field";
import { TextArea } from "@/components/ui/fields/text-area";
import { TextField } from "@/components/ui/fields/text-field";
import type { Typed } from "@/components/ui/form/refused-form";
import { LinkButton } from "@/components/ui/link-button";
import type { SummaryRow, SummarySection } from "@/lib/demarches/summary";
import type { FormValues } from "@/lib/shared/form-state";
import type { DemandeView } from "@/lib/demandes/types/demande";
import { correctionReasonLabels, correctionReasons } from "@/lib/vocabulary/documents";
import { PartsFrame } from "../form/parts-frame";
import { DecisionKeys } from "./decision-panel";

type Props = {
  demande: Pick<DemandeView, "id" | "number" | "lockVersion">;
  sections: readonly SummarySection[];
  action: FormAction;
};

const reasons = correctionReasons.map((value) => ({ value, label: correctionReasonLabels[value] }));

/** X4: every field and document of the demande; the ticked ones are sent back, each with what is wrong. */
export function CorrectionForm({ demande, sections, action }: Props) {
  const numbered = number(sections);
  return (
    <ActionForm required="marked" action={action} title="Demander des compléments">
      <DecisionKeys demande={demande} />
      <PartsFrame
        name="items"
        label="Ce qui est à reprendre"
        hint="Cochez au moins une case ; les autres restent vides."
      >
        {numbered.map(({ key, title, rows }) => (
          <fieldset key={key} className="mb-6">
            <legend className="as-title mb-2">{title}</legend>
            {rows.map(({ row, index }) => (
              <Flaggable key={row.path} row={row} index={index} />
            ))}
          </fieldset>
        ))}
      </PartsFrame>
      <TextArea
        name="reason"
        label="Message pour l’usager"
        hint="Ce qu’il doit faire, en une ou deux phrases. Il le lira par courriel et dans le suivi de sa demande."
        rows={5}
        maxLength={2000}
      />
      <ButtonRow>
        <SubmitButton>Envoyer la demande de compléments</SubmitButton>
        <LinkButton variant="plain" href={`/admin/demandes/${demande.number}`}>
          Revenir à la demande
        </LinkButton>
      </ButtonRow>
    </ActionForm>
  );
}

/** One field or document. Its details appear once it is ticked, with or without JavaScript. */
function Flaggable({ row, index }: { row: SummaryRow; index: number }) {
  const name = (part: string) => `items.${index}.${part}`;
  const label = nameOf(row);
  return (
    <div className="flaggable">
      <input type="hidden" name={name("fieldPath")} value={row.path} />
      <Checkbox
        name={name("isFlagged")}
        label={label}
        hint={<bdi className="whitespace-pre-line">{row.lines.join(", ") || "Non renseigné"}</bdi>}
      />
      <div className="flaggable-details" role="group" aria-label={label}>
        <SelectField name={name("reason")} label="Ce qui ne va pas" options={reasons} />
        <TextField name={name("comment")} label="Précision" optional autoComplete="off" />
      </div>
    </div>
  );
}

/** Rows are numbered through all the sections: the numbers are the names of the controls. */
function number(sections: readonly SummarySection[]) {
  let index = 0;
  return sections.map(({ key, title, rows }) => ({ key, title, rows: rows.map((row) => ({ row, index: index++ })) }));
}

/** What this form held when it was refused, in words: each ticked point on its line, then the message. */
export function typedCorrections(sections: readonly SummarySection[], values: FormValues): Typed[] {
  const typed = (name: string) => [values[name] ?? ""].flat().join(" ");
  const points = number(sections)
    .flatMap(({ rows }) => rows)
    .filter(({ index }) => typed(`items.${index}.isFlagged`) !== "")
    .map(({ row, index }) => {
      const reason = reasons.find(({ value }) => value === typed(`items.${index}.reason`))?.label;
      const said = [reason, typed(`items.${index}.comment`)].filter(Boolean).join(", ");
      return said ? `${nameOf(row)}\u00a0: ${said}` : nameOf(row);
    });
  return [
    { label: "Points cochés", text: points.join("\n") },
    { label: "Message pour l’usager", text: typed("reason") },
  ];
}

function nameOf({ item, label }: SummaryRow): string {
  return item ? `${item}, ${label}` : label;
}
