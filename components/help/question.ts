import type { ComponentType } from "react";

/** What an answer must know of the portal. */
export type Given = { usesFranceConnect: boolean };

/** A question of the help page. `id` is its anchor: it is public and does not move. */
export type Question = { id: string; question: string; Answer: ComponentType<Given> };
export type Rubric = { id: string; title: string; questions: readonly Question[] };
