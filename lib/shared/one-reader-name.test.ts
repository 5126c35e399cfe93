import {
  type Door,
  changedRelation,
  changedIdentity,
  posted,
  asked,
  whole,
  id,
  agentFacts,
  relation,
  password,
} from "@/db/test/doors";
import { finaliseSchema, identitySchema } from "@/lib/accounts/schema/citizen";
import { changeAgentSchema, inviteAgentSchema } from "@/lib/staff/schema";
import { readChangedName } from "@/lib/staff/agents/agent-name";
import { addRelationSchema } from "@/lib/relations/schema";

describe("a part of a name", () => {
  const finalise = { firstName: "Camille", lastName: "Martin", ...password, terms: "yes", jeton: "x" };
  const identity = { civility: "", firstName: "Camille", lastName: "Martin" };
  const doors: Record<string, Door> = {
    "inscription, first name": posted(finaliseSchema, finalise, "firstName"),
    "inscription, name": posted(finaliseSchema, finalise, "lastName"),
    "profile, first name": changedIdentity("firstName"),
    "profile, name": changedIdentity("lastName"),
    "relation, first name": posted(addRelationSchema, relation, "firstName"),
    "relation, name": changedRelation("lastName"),
    "démarche, name": asked({ type: "text", format: "name" }, whole),
    "démarche, person": asked(
      { type: "person", from: ["account"], asks: [] },
      (typed) => ({ "s.f.firstName": "Camille", "s.f.lastName": typed }),
      "lastName",
    ),
    "agent, invited": posted(inviteAgentSchema, agentFacts, "name"),
    "agent, changed": (typed) => {
      const posted = changeAgentSchema.safeParse({ ...agentFacts, agentId: id, name: typed });
      const read = posted.success ? readChangedName(posted.data.name, "Un nom d’avant") : null;
      return read?.ok ? read.value : null;
    },
  };
  const kept = [
    ["  Jean  Martin ", "Jean Martin"],
    ...["'", "’", "‘", "´", "`", "′", "ʼ", "＇"].map((sign) => [`d${sign}Artagnan`, "d’Artagnan"] as const),
    ["Straße-O´Brien", "Straße-O’Brien"],
    ["Marie‑Claire", "Marie-Claire"],
    ["cafe\u0301", "café"],
    ["Mar\u200btin", "Martin"],
    ["Łukasiewicz", "Łukasiewicz"],
    ["J.-B.", "J.-B."],
    ["Élodie, Marie", "Élodie, Marie"],
    ["李", "李"],
    ["Αλέξης", "Αλέξης"],
    ["a".repeat(100), "a".repeat(100)],
  ] as const;
  const refused = [
    "🙂",
    "Camille 🙂",
    "https://exemple.fr",
    "www.exemple.fr",
    "exemple.com",
    "-",
    "'",
    ".",
    "Jean2",
    "<b>Jean</b>",
    "jean@exemple.fr",
    "Martin (dit Petit) 2",
    "Dupont (née Martin)",
    "Dupont / Martin",
    "a".repeat(101),
  ];

  it.each(Object.entries(doors))("is read the same way: %s", (_name, door) => {
    for (const [typed, expected] of kept) expect([typed, door(typed)]).toEqual([typed, expected]);
    for (const typed of refused) expect([typed, door(typed)]).toEqual([typed, null]);
  });

  it("says what to write instead of two names", () => {
    const parsed = identitySchema.safeParse({ ...identity, lastName: "Dupont (née Martin)" });
    expect(parsed.error?.issues[0]?.message.replaceAll("\u00a0", " ")).toBe(
      "Le nom s’écrit seul, sans parenthèse ni barre : par exemple « Dupont », et non « Dupont (née Martin) ».",
    );
  });
});
