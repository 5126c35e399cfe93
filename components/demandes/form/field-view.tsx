"use client";

import { Checkbox } from "@/components/ui/fields/checkbox";
import { CheckboxGroup } from "@/components/ui/fields/checkbox-group";
import { DateField } from "@/components/ui/fields/date-field";
import { EmailField } from "@/components/ui/fields/email-field";
import { NumberField } from "@/components/ui/fields/number-field";
import { PhoneField } from "@/components/ui/fields/phone-field";
import { TextArea } from "@/components/ui/fields/text-area";
import { TextField } from "@/components/ui/fields/text-field";
import { YesNoField } from "@/components/ui/fields/yes-no-field";
import { Inset } from "@/components/ui/inset";
import type { DateFieldDef, NumberFieldDef, SimpleField } from "@/lib/demarches/form";
import { AddressView, CommuneView } from "./address-view";
import { ChoiceView } from "./choice-view";
import { LegalPersonView } from "./legal-person-view";
import { PersonView } from "./person-view";
import { isOwn } from "./paths";
import { partialHint } from "./date-hints";
import { codeLook, TextView } from "./text-view";
import { WaiverBox } from "./waiver-box";

export type FieldViewProps<F extends SimpleField = SimpleField> = { field: F; path: string };

/** One field of a definition, with the box that answers in its place; that of several controls stands in their frame. */
export function FieldView({ field, path }: FieldViewProps) {
  const isFramed = field.type === "address" || field.type === "commune" || field.type === "person";
  return (
    <>
      <Asked field={field} path={path} />
      {field.waiver && !isFramed ? <WaiverBox field={field} path={path} /> : null}
    </>
  );
}

/** Whatever its type: its value, its error and its identifier come from the form by its path. */
function Asked({ field, path }: FieldViewProps) {
  const asked = { name: path, label: field.label, hint: field.help, optional: field.isOptional };
  switch (field.type) {
    case "text":
      return <TextView field={field} path={path} />;
    case "long_text":
      return <TextArea {...asked} maxLength={field.maxLength} />;
    case "email":
      return <EmailField {...asked} autoComplete={isOwn(path) ? "email" : "off"} />;
    case "phone":
      return <PhoneField {...asked} autoComplete={isOwn(path) ? "tel" : "off"} />;
    case "number":
      return <NumberField {...asked} label={withUnit(field)} isDecimal={field.isWhole === false} autoComplete="off" />;
    case "date":
      return <DateField {...asked} hint={dateHint(field)} isBirthday={field.isBirthday && isOwn(path)} />;
    case "choice":
      return <ChoiceView field={field} path={path} />;
    case "choices":
      return (
        <CheckboxGroup
          {...asked}
          options={field.options.map(({ value, label, help }) => ({ value, label, hint: help }))}
        />
      );
    case "yes_no":
      return <YesNoField {...asked} />;
    case "address":
      return <AddressView field={field} path={path} />;
    case "commune":
      return <CommuneView field={field} path={path} />;
    case "person":
      return <PersonView field={field} path={path} />;
    case "legal_person":
      return <LegalPersonView field={field} path={path} />;
    case "iban":
      return <TextField {...asked} autoComplete="off" {...codeLook} width={20} />;
    case "information":
      return <Information label={field.label} text={field.text} />;
    case "consent":
      return <Checkbox name={path} label={field.label} hint={field.help} />;
    case "file":
      // Documents have their own page, where each is a form of its own.
      return null;
  }
}

/** An example of the past where no day of the future is accepted. */
function dateHint({ help, isBirthday, max, mayBePartial }: DateFieldDef): string {
  const isPast = isBirthday || max === "today" || max?.startsWith("-");
  const example = isPast ? "Par exemple : 31 3 1980." : "Par exemple : 28 3 2027.";
  return [help, example, mayBePartial ? partialHint : null].filter(Boolean).join(" ");
}

function withUnit({ label, unit }: NumberFieldDef): string {
  return unit ? `${label} (${unit})` : label;
}

function Information({ label, text }: { label: string; text: string }) {
  return (
    <Inset>
      {label ? <p className="font-bold">{label}</p> : null}
      <p>{text}</p>
    </Inset>
  );
}
