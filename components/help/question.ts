import type { ReactNode } from "react";

/** A question of the help page. `id` is its anchor: it is public and does not move. */
export type Question = { id: string; question: string; answer: ReactNode };
export type Rubric = { id: string; title: string; questions: readonly Question[] };
