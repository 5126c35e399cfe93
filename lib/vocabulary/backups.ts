/** Who saves the database: nobody yet, the portal each day, or somebody else who answers for it (the host, a command of the operator). */
export const backupModes = ["none", "portal", "elsewhere"] as const;
export type BackupMode = (typeof backupModes)[number];

/** Why a backup was not made, for administrators. */
export const backupFailures = {
  disk_full: "Le disque des sauvegardes est plein.",
  no_folder: "Le dossier des sauvegardes n’existe pas, ou n’est pas accessible en écriture.",
  busy: "Une autre sauvegarde était en cours.",
  stalled: "La base ou le disque n’a plus rien donné pendant une minute.",
  database: "La base ne répondait pas, ou s’est arrêtée.",
  killed: "Le processus a été arrêté avant la fin.",
  unexpected: "Une erreur que le portail ne connaît pas : voyez le journal des travaux.",
} as const;
export type BackupFailure = keyof typeof backupFailures;
