import { roadReport } from "../citizen/steps";
import { database, expect } from "../fixtures";
import type { Visitor } from "./visitor";

/** « Commencer », at the page of a démarche: the identifier of the draft. */
export async function begin(visitor: Visitor, slug: string): Promise<string> {
  await visitor.open(`/demarches/${slug}`);
  await visitor.press("Commencer");
  expect(visitor.title).toBe("La démarche");
  return /\/demandes\/([0-9a-f-]{36})/.exec(visitor.address)?.[1] ?? "";
}

/** A hole in the street, reported by who is signed in; what the steps ask is written in the database. Gives its number. */
export async function fileReport(visitor: Visitor): Promise<string> {
  const id = await begin(visitor, "signalement-voirie");
  await visitor.open(`/demandes/${id}/informations`);
  await visitor.press("Continuer");
  expect(visitor.title).toBe("Ma demande");
  await database()`update demande_revisions set answers = answers || ${database().json(roadReport)} where demande_id = ${id}`;
  await visitor.open(`/demandes/${id}/recapitulatif`);
  await visitor.press("Soumettre la demande");
  expect(visitor.title).toBe("Votre demande est enregistrée");
  return numberOn(visitor);
}

/** The first number of a demande that a page shows. */
function numberOn(visitor: Visitor): string {
  return /20\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(visitor.words)?.[0] ?? "";
}
