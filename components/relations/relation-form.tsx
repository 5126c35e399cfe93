import { Checkbox } from "@/components/ui/fields/checkbox";
import { CommuneField } from "@/components/ui/fields/commune-field";
import { DateField } from "@/components/ui/fields/date-field";
import { EmailField } from "@/components/ui/fields/email-field";
import { Fieldset } from "@/components/ui/fields/fieldset";
import { PhoneField } from "@/components/ui/fields/phone-field";
import { RadioGroup } from "@/components/ui/fields/radio-group";
import { TextField } from "@/components/ui/fields/text-field";
import { YesNoField } from "@/components/ui/fields/yes-no-field";
import { ActionForm, type FormAction } from "@/components/ui/form/action-form";
import { FormButtons } from "@/components/ui/form/form-buttons";
import { HiddenFields } from "@/components/ui/form/hidden-fields";
import type { RelationView } from "@/lib/relations/types";
import { exampleDay } from "@/lib/shared/example-day";
import { civilities, civilityLabels } from "@/lib/vocabulary/roles";
import { roleOptions, type RelationGroup } from "./relation-kinds";

type Filled = Partial<Omit<RelationView, "updatedAt">>;
type Props = {
  action: FormAction;
  title: string;
  group: RelationGroup;
  /** What is known beforehand: the relation itself, or the zones taken from the account (F37). */
  filled: Filled;
  cancelHref: string;
  /** Civil day, for the example of a birth. */
  today: string;
};

const civilityOptions = civilities.map((value) => ({ value, label: civilityLabels[value] }));

/** A person or an organisation that the account acts for. */
export function RelationForm({ action, title, group, filled, cancelHref, today }: Props) {
  const roles = roleOptions(group);
  const [only] = roles;
  return (
    <ActionForm required="marked" action={action} title={title}>
      {filled.id ? <HiddenFields values={{ relationId: filled.id }} /> : null}
      {roles.length === 1 && only ? (
        <HiddenFields values={{ role: only.value }} />
      ) : (
        <RadioGroup
          name="role"
          label={group === "adulte" ? "Cette personne est votre" : "C’est"}
          options={roles}
          defaultValue={filled.role}
        />
      )}
      {group === "organisation" ? (
        <OrganisationFields filled={filled} />
      ) : (
        <PersonFields group={group} filled={filled} today={today} />
      )}
      <ContactFields filled={filled} />
      <FormButtons cancelHref={cancelHref} />
    </ActionForm>
  );
}

function PersonFields({ group, filled, today }: Pick<Props, "group" | "filled" | "today">) {
  const isChild = group === "enfant";
  const isUnbornChild = filled.id !== undefined && isChild && !filled.firstName && !filled.birthDate;
  const hasOneName = filled.id !== undefined && !isUnbornChild && !filled.firstName;
  return (
    <Fieldset legend="Identité">
      {isChild ? (
        <YesNoField
          name="isBorn"
          label="L’enfant est-il déjà né ?"
          hint="S’il n’est pas né, laissez vides le prénom et la naissance."
          defaultValue={filled.id === undefined ? undefined : isUnbornChild ? "no" : "yes"}
        />
      ) : (
        <RadioGroup
          name="civility"
          label="Civilité"
          optional
          options={civilityOptions}
          defaultValue={filled.civility ?? undefined}
          isInline
        />
      )}
      <TextField
        name="firstName"
        label="Prénom"
        defaultValue={filled.firstName}
        autoComplete="off"
        hint={isChild ? "S’il est déjà né" : undefined}
      />
      <Checkbox
        name="hasOneName"
        label="Cette personne n’a qu’un nom"
        hint="Écrivez-le dans « Nom »."
        isTicked={hasOneName}
      />
      <TextField name="lastName" label="Nom" defaultValue={filled.lastName} autoComplete="off" />
      <DateField
        name="birthDate"
        label="Date de naissance"
        hint={`Par exemple : ${exampleDay(today, isChild ? "child" : "adult")}`}
        optional
        defaultValue={filled.birthDate ?? undefined}
      />
      <TextField
        name="birthPlace"
        label="Commune de naissance"
        optional
        defaultValue={filled.birthPlace}
        autoComplete="off"
      />
    </Fieldset>
  );
}

function OrganisationFields({ filled }: Pick<Props, "filled">) {
  return (
    <Fieldset legend="L’organisation">
      <TextField
        name="legalName"
        label="Dénomination"
        hint="Comme dans les statuts ou au registre"
        defaultValue={filled.legalName}
        autoComplete="off"
      />
      <TextField
        name="rna"
        label="Numéro RNA"
        hint="Pour une association : W suivi de 9 chiffres. Son numéro SIRET peut le remplacer."
        width={10}
        defaultValue={filled.rna}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <TextField
        name="siret"
        label="Numéro SIRET"
        hint="14 chiffres. Nécessaire pour une entreprise, ou pour une association sans numéro RNA."
        width={20}
        inputMode="numeric"
        defaultValue={filled.siret}
        autoComplete="off"
      />
    </Fieldset>
  );
}

function ContactFields({ filled }: Pick<Props, "filled">) {
  return (
    <Fieldset legend="Coordonnées" hint="Facultatives : elles rempliront vos prochaines demandes.">
      <TextField name="addressLine" label="Adresse" optional defaultValue={filled.addressLine} autoComplete="off" />
      <TextField
        name="addressExtra"
        label="Complément d’adresse"
        optional
        defaultValue={filled.addressExtra}
        autoComplete="off"
      />
      <CommuneField
        postalCodeName="postalCode"
        communeName="commune"
        defaultPostalCode={filled.postalCode}
        defaultCommune={filled.commune}
        optional
        lookupUrl="/api/communes"
        isOwnAddress={false}
      />
      <PhoneField name="phone" label="Téléphone" optional defaultValue={filled.phone} autoComplete="off" />
      <EmailField name="email" label="Courriel" optional defaultValue={filled.email} autoComplete="off" />
    </Fieldset>
  );
}
