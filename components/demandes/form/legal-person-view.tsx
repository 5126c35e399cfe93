"use client";

import { TextField } from "@/components/ui/fields/text-field";
import type { LegalPersonFieldDef } from "@/lib/demarches/form";
import { PartsFrame } from "./parts-frame";
import { looks } from "./text-view";

/** An association or a company. */
export function LegalPersonView({ field, path }: { field: LegalPersonFieldDef; path: string }) {
  const oneOfTwo = field.asks.length > 1 ? "Indiquez le numéro RNA ou le numéro SIRET : un seul suffit." : null;
  const hint = [field.help, oneOfTwo].filter(Boolean).join(" ") || undefined;
  return (
    <PartsFrame name={path} label={field.label} hint={hint} optional={field.isOptional}>
      <TextField
        name={`${path}.legalName`}
        label="Dénomination"
        hint="Comme dans les statuts ou au registre"
        autoComplete="off"
      />
      {field.asks.includes("rna") ? (
        <TextField
          name={`${path}.rna`}
          label="Numéro RNA"
          hint="W suivi de 9 chiffres, sur le récépissé de la préfecture"
          autoComplete="off"
          {...looks.rna}
        />
      ) : null}
      {field.asks.includes("siret") ? (
        <TextField name={`${path}.siret`} label="Numéro SIRET" hint="14 chiffres" autoComplete="off" {...looks.siret} />
      ) : null}
    </PartsFrame>
  );
}
