import type { SimpleField } from "../form";
import { isRecord, textOf, value, type Controls, type Kind } from "./reading";

/** Part of a field that carries its waiver's box. */
const waivedPart = "waived";

/** Whether the box that answers in place of the field is ticked; never where the definition offers none. */
export function isWaived(field: SimpleField, controls: Controls): boolean {
  return field.waiver !== undefined && textOf(controls, waivedPart) !== "";
}

/**
 * A kind whose fields may be answered by their waiver: « Je ne connais pas cette information », « Cette personne n’a qu’un
 * nom ». What was typed all the same is kept: the only answer of a simple field takes the place of the tick; the parts of
 * a composite stand beside it.
 */
export function withWaiver<F extends SimpleField>(kind: Kind<F>): Kind<F> {
  return {
    ...kind,
    parts: (field) => (field.waiver ? [...kind.parts(field), waivedPart] : kind.parts(field)),
    read: (field, controls, context) => {
      const reading = kind.read(field, controls, context);
      if (!isWaived(field, controls) || reading.kind === "wrong") return reading;
      if (reading.kind === "empty") return value({ [waivedPart]: true });
      return isRecord(reading.value) ? value({ ...reading.value, [waivedPart]: true }) : reading;
    },
    write: (stored, field) => {
      const written = kind.write(stored, field);
      return field.waiver && hasWaived(stored) ? { ...written, [waivedPart]: "yes" } : written;
    },
    show: (stored, field) => {
      const lines = kind.show(stored, field);
      if (!field.waiver || !hasWaived(stored)) return lines;
      const isPartKnown = lines.length > (isOfBirth(kind, field) ? 1 : 0);
      return [...lines, isPartKnown ? (field.waiver.shownAfter ?? field.waiver.shown) : field.waiver.shown];
    },
  };
}

/** Beside names that the law asks, a first line of its own, the box speaks of the birth alone. */
function isOfBirth<F extends SimpleField>(kind: Kind<F>, field: F): boolean {
  return kind.is(field).includes("person") && field.law !== undefined;
}

function hasWaived(stored: unknown): boolean {
  return isRecord(stored) && stored[waivedPart] === true;
}
