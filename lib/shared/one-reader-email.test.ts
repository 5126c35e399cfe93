import {
  type Door,
  changedRelation,
  changedTown,
  posted,
  asked,
  whole,
  id,
  agentFacts,
  relation,
} from "@/db/test/doors";
import { parseEnv } from "@/lib/kernel/env";
import {
  changeEmailSchema,
  forgottenPasswordSchema,
  forgottenUsernameSchema,
  inviteSchema,
  signInLinkSchema,
  signInSchema,
} from "@/lib/accounts/schema/citizen";
import { askRecoverySchema } from "@/lib/accounts/schema/agent";
import { identityAccountSchema, identityEmailSchema } from "@/lib/accounts/schema/identity";
import { askDraftLinkSchema, askFollowLinkSchema, correctContactSchema } from "@/lib/demandes/schema/citizen";
import { agentSignInSchema, askBrowserLinkSchema, inviteAgentSchema } from "@/lib/staff/schema";
import { addRelationSchema } from "@/lib/relations/schema";
import { toMailServers } from "./email";

describe("an e-mail address", () => {
  const doors: Record<string, Door> = {
    inscription: posted(inviteSchema, { kind: "personal" }, "email"),
    "sign in": posted(signInSchema, { password: "x" }, "identifier"),
    "lost password": posted(forgottenPasswordSchema, {}, "identifier"),
    "link to sign in": posted(signInLinkSchema, {}, "identifier"),
    "lost identifiant": posted(forgottenUsernameSchema, {}, "email"),
    "change of address": posted(changeEmailSchema, { currentPassword: "x" }, "email"),
    "FranceConnect, known": posted(identityEmailSchema, {}, "email"),
    "FranceConnect, new": posted(identityAccountSchema, { kind: "personal" }, "email"),
    "recovery by an agent": posted(askRecoverySchema, { accountId: id, proof: "vu" }, "newEmail"),
    "relation, added": posted(addRelationSchema, relation, "email"),
    "relation, changed": changedRelation("email"),
    "address put right": posted(correctContactSchema, { demandeId: id }, "email"),
    "link of a draft": posted(askDraftLinkSchema, { demandeId: id }, "email"),
    suivi: posted(askFollowLinkSchema, { number: "x" }, "email"),
    démarche: asked({ type: "email" }, whole),
    "agent, sign in": posted(agentSignInSchema, { password: "x" }, "email"),
    "agent, invitation": posted(inviteAgentSchema, agentFacts, "email"),
    "agent, unknown browser": posted(askBrowserLinkSchema, {}, "email"),
    "town, contact": changedTown("contact.email"),
    "town, data protection": changedTown("legal.dpoEmail"),
    "first administrator": (typed) => {
      const key = "A".repeat(43);
      const base = {
        DATABASE_URL: "postgres://a@b/c",
        APP_URL: "http://localhost:3000",
        MASTER_KEY: key,
        SESSION_SECRET: key,
      };
      try {
        return parseEnv({ ...base, FIRST_ADMIN_EMAIL: typed }).FIRST_ADMIN_EMAIL;
      } catch {
        return null;
      }
    },
  };
  const kept = [
    ["  Prenom.Nom@Exemple.FR ", "prenom.nom@exemple.fr"],
    ["essai@bibliothèque.example.org", "essai@bibliothèque.example.org"],
    ["essai@xn--bibliothque-59a.example.org", "essai@bibliothèque.example.org"],
    ["essai@BIBLIOTHÈQUE.example.org", "essai@bibliothèque.example.org"],
    ["essai@bibliothe\u0300que.example.org", "essai@bibliothèque.example.org"],
    ["essai@straße.example", "essai@straße.example"],
    ["camille@exemple.fr\u200b", "camille@exemple.fr"],
    ["cam\u00adille@exem\u00adple.fr", "camille@exemple.fr"],
    ["\ufeffcamille\u200d@exemple.fr\u2060", "camille@exemple.fr"],
    ["camille @ exemple.fr", "camille@exemple.fr"],
    ["camille@exemple.fr.", "camille@exemple.fr"],
    ["o’neil@exemple.fr", "o'neil@exemple.fr"],
    ["élodie@exemple.fr", "élodie@exemple.fr"],
    ["a+b@c.co", "a+b@c.co"],
    ["<camille@exemple.fr>", "camille@exemple.fr"],
    ["Camille Exemple <camille@exemple.fr>", "camille@exemple.fr"],
    ["mailto:camille@exemple.fr", "camille@exemple.fr"],
    ["camille＠exemple.fr", "camille@exemple.fr"],
  ] as const;
  const refused = [
    "nom@exemple",
    "nom@",
    "@exemple.fr",
    "a b@exemple.fr",
    "a@b@c.fr",
    "a@b..fr",
    "a@1.2",
    "a@0x7f.1",
    "a,b@c.fr",
    "jean<x>@c.fr",
    "<a@b.fr> <c@d.fr>",
    "a@b.fr <c@d.fr>",
    "<a@b.fr>\nBcc: c@d.fr",
    `${"a".repeat(65)}@c.fr`,
    `a@${"b".repeat(64)}.fr`,
  ];
  const isSignIn = (name: string) => /sign in$|^lost password|^link to/.test(name) && !name.startsWith("agent");

  it.each(Object.entries(doors))("is read the same way: %s", (name, door) => {
    for (const [typed, expected] of kept) expect([typed, door(typed)]).toEqual([typed, expected]);
    // An identifiant may be anything: what is no address opens nothing.
    if (!isSignIn(name)) for (const typed of refused) expect([typed, door(typed)]).toEqual([typed, null]);
  });

  it("leaves for mail servers in the form that they know", () => {
    expect(toMailServers("essai@bibliothèque.example.org")).toBe("essai@xn--bibliothque-59a.example.org");
    expect(toMailServers("a@exemple.fr")).toBe("a@exemple.fr");
  });
});
