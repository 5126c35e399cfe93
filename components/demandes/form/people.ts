"use client";

import { createContext, use } from "react";
import type { PersonFieldDef } from "@/lib/demarches/form";

/** Somebody whose data may be taken up: the account itself, or a relation (F5, F26, F28). */
export type KnownPerson = { id: string; role: PersonFieldDef["from"][number]; label: string };

export const PeopleContext = createContext<readonly KnownPerson[]>([]);

/** Those whom a field accepts. */
export function usePeople(from: PersonFieldDef["from"]): readonly KnownPerson[] {
  return use(PeopleContext).filter(({ role }) => from.includes(role));
}
