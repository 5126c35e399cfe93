/** What the démarches that enrol a child have in common. */
export const childTerms = {
  maxDays: 30,
  silence: "refuses",
  silenceMonths: 2,
  appointment: "none",
  hasExchanges: true,
  applicant: { address: "required", phone: "required", birth: "none" },
  beneficiary: {
    roles: ["child"],
    allowsSelf: false,
    question: "Quel enfant souhaitez-vous inscrire ?",
    birth: "required",
  },
} as const;
