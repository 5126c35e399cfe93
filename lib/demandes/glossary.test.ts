import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demandeStatuses, demandeStatusLabels, demandeStatusSentences } from "@/lib/vocabulary/demande-status";
import { canEdit, movesFrom, type Mover } from "./status";

const page = readFileSync(join(__dirname, "..", "..", "docs", "glossary.md"), "utf8");
const rows = page
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter(([, code]) => demandeStatuses.some((status) => code === `\`${status}\``));
const inOrder = (names: readonly string[]) => [...names].sort().join(", ");

it("the glossary says of each state what the code says", () => {
  expect(rows).toHaveLength(demandeStatuses.length);
  for (const status of demandeStatuses) {
    const [, , label, sentence, opens, citizen, agent] = rows.find(([, code]) => code === `\`${status}\``) ?? [];
    const named = (cell = "") => inOrder([...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name));
    const moved = (by: Mover) => inOrder(movesFrom(status, by));
    expect({ status, label, sentence, opens, citizen: named(citizen), agent: named(agent) }).toEqual({
      status,
      label: demandeStatusLabels[status],
      sentence: demandeStatusSentences[status],
      opens: canEdit(status) ? "form" : "PDF",
      citizen: moved("citizen"),
      agent: moved("agent"),
    });
  }
});
