"use client";

import type { ReactNode } from "react";
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
import type { NumberFieldDef, SimpleField, SimpleType } from "@/lib/demarches/form";
import { AddressView, CommuneView } from "./address-view";
import { ChoiceView } from "./choice-view";
import { LegalPersonView } from "./legal-person-view";
import { PersonView } from "./person-view";
import { isOwn } from "./paths";
import { codeLook, TextView } from "./text-view";
import { WaiverBox } from "./waiver-box";

export type FieldViewProps<F extends SimpleField = SimpleField> = { field: F; path: string };

/**
 * One field of a definition, with the box that answers in its place; that of several controls stands in their frame. Its value, its
 * error and its identifier come from the form by its path.
 */
export function FieldView({ field, path }: FieldViewProps) {
  const { label, help, isOptional } = field;
  // The table pairs each type with its view, which TypeScript cannot follow through the index.
  const view = views[field.type] as View<SimpleField>;
  const isNamed = (boxes as Partial<Record<SimpleType, boolean>>)[field.type];
  return (
    <>
      {view(field, path, { name: path, label, hint: help, optional: isOptional })}
      {isNamed === false ? null : <WaiverBox field={field} path={path} isNamed={isNamed} />}
    </>
  );
}

type Asked = { name: string; label: string; hint?: string; optional?: boolean };
type View<F extends SimpleField> = (field: F, path: string, asked: Asked) => ReactNode;
type Views = { [T in SimpleType]: View<Extract<SimpleField, { type: T }>> };

const views: Views = {
  text: (field, path) => <TextView field={field} path={path} />,
  choice: (field, path) => <ChoiceView field={field} path={path} />,
  address: (field, path) => <AddressView field={field} path={path} />,
  commune: (field, path) => <CommuneView field={field} path={path} />,
  person: (field, path) => <PersonView field={field} path={path} />,
  legal_person: (field, path) => <LegalPersonView field={field} path={path} />,
  consent: (field, path) => <Checkbox name={path} label={field.label} hint={field.help} />,
  yes_no: (_, __, asked) => <YesNoField {...asked} />,
  email: (_, path, asked) => <EmailField {...asked} autoComplete={isOwn(path) ? "email" : "off"} />,
  phone: (_, path, asked) => <PhoneField {...asked} autoComplete={isOwn(path) ? "tel" : "off"} />,
  iban: (_, __, asked) => <TextField {...asked} autoComplete="off" {...codeLook} width={20} />,
  long_text: (field, _, asked) => <TextArea {...asked} maxLength={field.maxLength} />,
  number: (field, _, asked) => (
    <NumberField {...asked} label={withUnit(field)} isDecimal={field.isWhole === false} autoComplete="off" />
  ),
  date: (field, path, asked) => <DateField {...asked} isBirthday={field.isBirthday && isOwn(path)} />,
  choices: (field, _, asked) => (
    <CheckboxGroup {...asked} options={field.options.map(({ value, label, help }) => ({ value, label, hint: help }))} />
  ),
  information: ({ label, text }) => (
    <Inset>
      {label ? <h3 className="text-[1em]">{label}</h3> : null}
      <p>{text}</p>
    </Inset>
  ),
  // Documents have their own page, where each is a form of its own.
  file: () => null,
};

/**
 * Where the box of each type that may have one stands: below, with the question said again (a date names its boxes alone), or in the
 * frame of its view. No byte of this list reaches a browser; `boxes` is made to agree with it.
 */
type BoxOf = EachWaivable<{
  text: "below";
  long_text: "below";
  email: "below";
  phone: "below";
  date: "named";
  address: "framed";
  commune: "framed";
  person: "framed";
}>;
type EachWaivable<T extends Record<Waivable, "below" | "named" | "framed">> = T;
type Waivable = Exclude<SimpleField, { waiver?: undefined }>["type"];

/** Of a box that is not plainly below: whether the question is said again; false: the view draws it. */
const boxes: { [T in Waivable as BoxOf[T] extends "below" ? never : T]: BoxOf[T] extends "named" ? true : false } = {
  date: true,
  address: false,
  commune: false,
  person: false,
};

function withUnit({ label, unit }: NumberFieldDef): string {
  return unit ? `${label} (${unit})` : label;
}
