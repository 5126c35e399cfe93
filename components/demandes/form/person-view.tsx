"use client";

import { Checkbox } from "@/components/ui/fields/checkbox";
import { DateField } from "@/components/ui/fields/date-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { SelectField } from "@/components/ui/fields/select-field";
import { TextField } from "@/components/ui/fields/text-field";
import { SubmitButton } from "@/components/ui/form/submit-button";
import type { ShownPerson } from "@/lib/demarches/form";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";
import { PartsFrame } from "./parts-frame";
import { usePeople } from "./people";
import { looks } from "./text-view";
import { WaiverBox } from "./waiver-box";

type Props = { field: ShownPerson; path: string };
const civilityOptions = civilities.map((value) => ({ value, label: civilityLabels[value] }));

/** Names and birth of somebody, taken from the account or a relation, or typed. */
export function PersonView({ field, path }: Props) {
  return (
    <PartsFrame name={path} label={field.label} hint={field.help} optional={field.isOptional}>
      <TakeFrom field={field} path={path} />
      {field.asks.includes("civility") ? (
        <RadioGroup name={`${path}.civility`} label="Civilité" options={civilityOptions} isInline />
      ) : null}
      <TextField name={`${path}.firstName`} label="Prénom" autoComplete="off" {...looks.name} />
      <Checkbox name={`${path}.hasOneName`} label="Cette personne n’a qu’un nom" hint="Écrivez-le dans « Nom »." />
      <TextField name={`${path}.lastName`} label="Nom" autoComplete="off" {...looks.name} />
      {field.asks.includes("birthPlace") ? (
        <TextField name={`${path}.birthPlace`} label="Commune de naissance" autoComplete="off" />
      ) : null}
      {field.asks.includes("birthDate") ? (
        <DateField name={`${path}.birthDate`} label="Date de naissance" hint={field.birthHelp} />
      ) : null}
      <WaiverBox field={field} path={path} />
    </PartsFrame>
  );
}

/** The button posts the page: it comes back filled in, with JavaScript or without. */
function TakeFrom({ field, path }: Props) {
  const people = usePeople(field.from);
  if (people.length === 0) return null;
  return (
    <div className="mb-7 rounded-md bg-sunken p-4">
      <SelectField
        name={`reprendre.${path}`}
        label="Reprendre les informations de"
        optional
        placeholder="Choisissez une personne"
        options={people.map(({ id, label }) => ({ value: id, label }))}
      />
      <SubmitButton variant="secondary" name="intent" value={`fill:${path}`}>
        Reprendre
      </SubmitButton>
    </div>
  );
}
