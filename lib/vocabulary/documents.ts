/** Types of supporting documents. */
export const documentTypes = [
  "identity_card",
  "passport",
  "proof_of_address",
  "family_record_book",
  "birth_certificate",
  "tax_notice",
  "caf_certificate",
  "payslip",
  "bank_details",
  "school_certificate",
  "vaccination_record",
  "school_insurance",
  "court_ruling",
  "identity_photo",
  "association_statutes",
  "company_register_extract",
  "prefecture_receipt",
  "site_plan",
  "other",
] as const;
export type DocumentType = (typeof documentTypes)[number];

export const documentTypeLabels: Record<DocumentType, string> = {
  identity_card: "Pièce d’identité",
  passport: "Passeport",
  proof_of_address: "Justificatif de domicile",
  family_record_book: "Livret de famille",
  birth_certificate: "Acte de naissance",
  tax_notice: "Avis d’imposition",
  caf_certificate: "Attestation CAF",
  payslip: "Bulletin de salaire",
  bank_details: "RIB",
  school_certificate: "Certificat de scolarité",
  vaccination_record: "Carnet de santé (vaccinations)",
  school_insurance: "Assurance scolaire",
  court_ruling: "Jugement",
  identity_photo: "Photo d’identité",
  association_statutes: "Statuts d’association",
  company_register_extract: "Extrait Kbis",
  prefecture_receipt: "Récépissé de préfecture",
  site_plan: "Plan de situation",
  other: "Autre document",
};

/** Why a field or a document of a demande is sent back (X4). */
export const correctionReasons = ["incorrect", "missing", "outdated"] as const;
export type CorrectionReason = (typeof correctionReasons)[number];
export const correctionReasonLabels: Record<CorrectionReason, string> = {
  incorrect: "Incorrect",
  missing: "Manquant",
  outdated: "Périmé",
};
