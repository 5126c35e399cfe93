import type { DocumentType } from "@/lib/vocabulary/documents";

/** A piece of the porte-documents, as a choice of a list. */
export type Piece = { id: string; label: string; type: DocumentType };

/** The pieces of the type asked for come first; the others may serve too. */
export function suitablePieces(pieces: readonly Piece[], wanted: DocumentType): Piece[] {
  const suits = ({ type }: Piece) => type === wanted;
  return [...pieces.filter(suits), ...pieces.filter((piece) => !suits(piece))];
}
