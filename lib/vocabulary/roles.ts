/** What an agent may do in a service, and what an administrator may do in the whole portal or in one organisation (decision 047). */
export const agentRoles = ["agent", "admin"] as const;
export type AgentRole = (typeof agentRoles)[number];
export const agentRoleLabels: Record<AgentRole, string> = { agent: "Agent", admin: "Administrateur" };

/** How the beneficiary or the relation stands to the account (F119). */
const relationKinds = ["natural", "legal"] as const;
export type RelationKind = (typeof relationKinds)[number];

export const relationRoles = ["child", "spouse", "parent", "other_adult", "association", "company"] as const;
export type RelationRole = (typeof relationRoles)[number];
export const relationRoleLabels: Record<RelationRole, string> = {
  child: "Enfant",
  spouse: "Conjoint ou partenaire",
  parent: "Parent",
  other_adult: "Autre adulte",
  association: "Association",
  company: "Entreprise",
};
export const kindOfRole: Record<RelationRole, RelationKind> = {
  child: "natural",
  spouse: "natural",
  parent: "natural",
  other_adult: "natural",
  association: "legal",
  company: "legal",
};

/** F25, F70. */
export const contactChannels = ["email", "phone", "post"] as const;
export type ContactChannel = (typeof contactChannels)[number];
export const contactChannelLabels: Record<ContactChannel, string> = {
  email: "Courriel",
  phone: "Téléphone",
  post: "Courrier postal",
};

/** F11, F21. */
export const accountKinds = ["personal", "professional"] as const;
export type AccountKind = (typeof accountKinds)[number];
export const accountKindLabels: Record<AccountKind, string> = {
  personal: "Usage personnel",
  professional: "Usage professionnel",
};

export const civilities = ["madame", "monsieur"] as const;
export type Civility = (typeof civilities)[number];
export const civilityLabels: Record<Civility, string> = { madame: "Madame", monsieur: "Monsieur" };
