"use client";

import { useState } from "react";
import { CommuneField } from "@/components/ui/fields/commune-field";
import { useTypedText } from "@/components/ui/form/form-context";
import { isFrance } from "@/lib/shared/place";
import { TextField } from "@/components/ui/fields/text-field";
import type { AddressFieldDef, CommuneFieldDef } from "@/lib/demarches/form";
import { isOwn } from "./paths";
import { PartsFrame } from "./parts-frame";
import { WaiverBox } from "./waiver-box";

const lineLabel = "Adresse";
const lookupUrl = "/api/communes";

/** Address of a person: line, complement, postal code and commune; the country where people abroad may ask. */
export function AddressView({ field, path }: { field: AddressFieldDef; path: string }) {
  const own = isOwn(path);
  const typed = useTypedText(`${path}.country`, undefined);
  const [country, setCountry] = useState(typed);
  return (
    <PartsFrame
      name={path}
      label={field.label}
      hint={field.help}
      optional={field.isOptional}
      isTitleHidden={field.label === lineLabel && !field.help}
    >
      <TextField
        name={`${path}.line`}
        label={lineLabel}
        optional={field.isOptional}
        hint="Numéro et voie"
        autoComplete={own ? "address-line1" : "off"}
      />
      <TextField
        name={`${path}.extra`}
        label="Complément d’adresse"
        optional
        autoComplete={own ? "address-line2" : "off"}
      />
      <CommuneField
        postalCodeName={`${path}.postalCode`}
        communeName={`${path}.commune`}
        lookupUrl={lookupUrl}
        isOwnAddress={own}
        isForeign={field.allowsAbroad && !isFrance(country ?? "")}
      />
      {field.allowsAbroad ? (
        <TextField
          name={`${path}.country`}
          label="Pays"
          hint="Si vous n’habitez pas en France"
          optional
          autoComplete={own ? "country-name" : "off"}
          onText={setCountry}
        />
      ) : null}
      <WaiverBox field={field} path={path} />
    </PartsFrame>
  );
}

export function CommuneView({ field, path }: { field: CommuneFieldDef; path: string }) {
  return (
    <PartsFrame name={path} label={field.label} hint={field.help} optional={field.isOptional}>
      <CommuneField
        postalCodeName={`${path}.postalCode`}
        communeName={`${path}.commune`}
        lookupUrl={lookupUrl}
        isOwnAddress={false}
      />
      <WaiverBox field={field} path={path} />
    </PartsFrame>
  );
}
