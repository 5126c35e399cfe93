import { compose, sayNotice } from "./compose";
import { factsSchemas, isFrozen, letterKinds, topicOf, type FactsOf, type LetterKind } from "../kinds";
import { languages, usualLanguage, type Language } from "./languages";
import { samples } from "./samples";

const all = Object.keys(languages).flatMap((language) =>
  letterKinds.map((kind) => [language as Language, kind] as const),
);

function say<K extends LetterKind>(kind: K, language: Language, facts: FactsOf<K> = samples[kind]) {
  return compose({ kind, facts, name: "Camille Exemple", language });
}

describe.each(all)("in « %s », the letter « %s »", (language, kind) => {
  const letter = say(kind, language);
  const { action, attachments: _, ...read } = letter;
  const texts = [JSON.stringify(read), action?.label ?? ""].join(" ");

  it("is whole: a subject of one line, a greeting, what happened", () => {
    expect(letter.subject).toMatch(/^[^\n]{10,120}$/);
    expect(letter.greeting).toBe(languages[language].frame.greeting("Camille Exemple"));
    expect(letter.greeting).toContain("Camille Exemple");
    expect(letter.paragraphs[0]).toMatch(/[.:?]$/);
    expect(texts).not.toMatch(/undefined|null|NaN|\[object|\{\{|Invalid Date/);
  });

  it("leads to a page of ours, and shows nowhere else the secret of its link", () => {
    expect(action?.path ?? "/").toMatch(/^\//);
    expect(texts).not.toContain("jeton=");
  });

  it("asks once at most not to be answered", () => {
    const asked = (letter.closing ?? []).filter((text) => text.startsWith(languages[language].frame.noReply));
    expect(asked.length).toBeLessThanOrEqual(1);
  });

  it("says the same once its facts have been kept as JSON", () => {
    const kept = factsSchemas[kind].parse(JSON.parse(JSON.stringify(samples[kind])));
    expect(say(kind, language, kept)).toEqual(letter);
  });
});

describe("letters", () => {
  it("say a notice in one sentence, which names the démarche", () => {
    for (const kind of Object.keys(languages.fr.notices) as (keyof typeof languages.fr.notices)[]) {
      const notice = sayNotice(kind, samples[kind], usualLanguage);
      expect(notice).toMatch(/^Acte de naissance\u00a0: .*\.$/);
    }
  });

  it("have their words fixed the day they are written where the law dates them, and there only", () => {
    const fixed = letterKinds.filter(isFrozen).map(topicOf);
    expect([...new Set(fixed)].toSorted()).toEqual(["demande.decided", "demande.incomplete", "demande.received"]);
    const owed = letterKinds.filter((kind) => fixed.includes(topicOf(kind)));
    expect(owed.filter((kind) => !isFrozen(kind))).toEqual([]);
  });

  it("name once the papers that several services await, then where and until when each awaits them", () => {
    const facts = samples["demande.filed_together"];
    const papers = { labels: ["Livret de famille", "Acte de décès"], sentence: "", until: "4 décembre 2026" };
    const written = (days: readonly string[]) => {
      const each = facts.each.map((one, at) => ({
        ...one,
        papers: { ...papers, until: days[at] ?? "", where: `Service ${one.number}, ${at + 1} rue du Port` },
      }));
      return say("demande.filed_together", "fr", { ...facts, each }).paragraphs.join("\n");
    };
    const [one = "", other = ""] = facts.each.map(({ number }) => number);
    const same = written(["4 décembre 2026", "4 décembre 2026"]);
    for (const word of ["Livret de famille", "Acte de décès", "remettre sur papier", "4 décembre 2026"])
      expect(same.split(word)).toHaveLength(2);
    expect(same).toContain(`– demande n°\u00a0${one}\u00a0: Service ${one}, 1 rue du Port`);
    expect(same).toContain(`– demande n°\u00a0${other}\u00a0: Service ${other}, 2 rue du Port`);
    const apart = written(["4 décembre 2026", "9 décembre 2026"]);
    expect(apart).toContain(`– demande n°\u00a0${other}, le 9 décembre 2026 au plus tard\u00a0: `);
    expect(apart.split("Livret de famille")).toHaveLength(2);
    const none = say("demande.filed_together", "fr", {
      ...facts,
      each: facts.each.map((filing) => ({ ...filing, papers: null })),
    });
    expect(none.paragraphs.join(" ")).not.toContain("papier");
  });

  it("greet nobody whom they do not know", () => {
    const greeted = (name: string | null) =>
      compose({ kind: "demande.follow", facts: samples["demande.follow"], name, language: "fr" }).greeting;
    expect(greeted(null)).toBe("Bonjour,");
    expect(greeted("Ada Morel")).toBe("Bonjour Ada Morel,");
    expect(greeted("é".repeat(300))).toBe(`Bonjour ${"é".repeat(199)}…,`);
  });
});
