import type { Section } from "@/lib/demarches/form";
import { count } from "@/lib/shared/text";

type Paths = ReadonlySet<string>;

/**
 * What appeared on the page or left it after an answer, to be said once, without moving the focus. `sections`: those that this
 * page shows; the paths of others, and the frame around a section, are no question of it.
 */
export function newQuestions(sections: readonly Section[], before: Paths, after: Paths): string {
  const questions = pathsOf(sections, false);
  const added = appeared(questions, before, after);
  if (added === 1) return "Une question a été ajoutée à la page.";
  if (added > 1) return `${count(added, "question")} ont été ajoutées à la page.`;
  const information = pathsOf(sections, true);
  if (appeared(information, before, after) > 0) return "Une information a été ajoutée à la page.";
  return appeared(questions, after, before) > 0 ? "Des questions ont été retirées de la page." : "";
}

function pathsOf(sections: readonly Section[], isInformation: boolean): readonly string[] {
  return sections.flatMap(({ key, fields }) =>
    fields.filter((field) => "text" in field === isInformation).map((field) => `${key}.${field.key}`),
  );
}

/** A group that appears counts once, whatever it holds; one that was there counts what its items ask from now on. */
function appeared(paths: readonly string[], before: Paths, after: Paths): number {
  return [...after].filter(
    (path) =>
      !before.has(path) && paths.some((shown) => path === shown || (path.startsWith(`${shown}.`) && before.has(shown))),
  ).length;
}
