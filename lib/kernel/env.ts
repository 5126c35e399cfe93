import { z } from "zod";
import { readEmail } from "@/lib/shared/email";
import { readName } from "@/lib/shared/person-name";

/**
 * The only place that reads `process.env`. A bad value stops the start with a sentence that names the variable;
 * `.env.example` explains each of them.
 */
const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const wholeNumber = (fallback: number) => z.coerce.number().int().positive().default(fallback);
const secret = z
  .string("doit être donné")
  .regex(/^[A-Za-z0-9_-]{43}$/, "doit contenir 32 octets aléatoires en base64url (43 caractères)");
const optionalText = z.string().trim().min(1).optional();
const email = z
  .string()
  .refine((text) => readEmail(text) !== null, "doit être un courriel")
  .transform((text) => readEmail(text) ?? text);

/** Who writes the portal’s letters: an address, or « Nom <adresse> ». The demonstration’s is nobody’s (RFC 2606). */
const demonstrationSender = "portail usager <ne-pas-repondre@belleval.example>";
const sender = z
  .string()
  .trim()
  .refine(
    (text) => readEmail(/^[^<>@]*<([^<>]*)>$/.exec(text)?.[1] ?? text) !== null,
    "doit être un courriel, ou un nom suivi d’un courriel entre chevrons, comme Démarches <ne-pas-repondre@ville.fr>",
  );

/** As an agent’s name is read in the portal. */
const name = z.string().transform((typed, context): string => {
  const read = readName(typed, "Le nom");
  if (read.ok && read.value !== "") return read.value;
  context.addIssue({ code: "custom", message: `doit être un nom. ${read.ok ? "" : read.message}`.trim() });
  return z.NEVER;
});

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DATABASE_URL: z.string("doit être donnée").regex(/^postgres(ql)?:\/\//, "doit commencer par postgres://"),
    DATABASE_POOL: wholeNumber(10),
    /** Longest time that a statement of a page may run, in milliseconds: whoever waits longer has left. */
    DATABASE_STATEMENT_MS: wholeNumber(2_500),
    /** Longest wait for a connection to open, in seconds. */
    DATABASE_CONNECT_SECONDS: wholeNumber(5),
    /** Public address of the portal: every link of every e-mail starts with it, never with a request's Host. */
    APP_URL: z
      .url("doit être une adresse complète, comme https://demarches.ville.fr")
      .transform((url) => url.replace(/\/+$/, "")),
    /** Wraps the data keys and seals tokens, mails and second factors. */
    MASTER_KEY: secret,
    /** Earlier master keys, comma separated: still able to open, never used to seal. */
    MASTER_KEY_PREVIOUS: z.string().default(""),
    /** Signs flash messages, time tokens and robot-check challenges. */
    SESSION_SECRET: secret,
    /** Number of proxies in front whose X-Forwarded-For may be believed. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
    /** What the embedded Postgres, the folder of files and the backups are kept in. */
    PARVIS_DATA_DIR: z.string().default(".data"),
    /** Megabytes left on the disk below which files are refused, and a start. */
    PARVIS_MIN_FREE_MB: z.coerce.number().int().min(0).default(200),
    /** Megabytes that the drafts of all who have no account may hold together. */
    GUEST_FILES_MB: wholeNumber(5_120),

    MAIL_DRIVER: z.enum(["mailbox", "smtp", "resend"]).optional(),
    MAIL_FROM: sender.default(demonstrationSender),
    SMTP_URL: optionalText,
    RESEND_API_KEY: optionalText,
    RESEND_BASE_URL: optionalText,

    STORAGE_DRIVER: z.enum(["folder", "s3", "uploadthing"]).optional(),
    S3_ENDPOINT: optionalText,
    S3_REGION: z.string().default("fr-par"),
    S3_BUCKET: optionalText,
    S3_ACCESS_KEY_ID: optionalText,
    S3_SECRET_ACCESS_KEY: optionalText,
    UPLOADTHING_TOKEN: optionalText,
    UPLOADTHING_API_URL: optionalText,
    UPLOADTHING_INGEST_URL: optionalText,
    UPLOADTHING_FILES_URL: optionalText,

    CAPTCHA_DRIVER: z.enum(["self-hosted", "hcaptcha"]).optional(),
    HCAPTCHA_SITE_KEY: optionalText,
    HCAPTCHA_SECRET: optionalText,
    HCAPTCHA_VERIFY_URL: z.string().default("https://api.hcaptcha.com/siteverify"),
    /** Work of the self-hosted check: how many hashes at most a browser tries. */
    CAPTCHA_MAX_NUMBER: wholeNumber(20_000),

    /** FranceConnect: the three, or none and nothing of it is shown. */
    FRANCECONNECT_ISSUER: z.url("doit être l’adresse complète du fournisseur").optional(),
    FRANCECONNECT_CLIENT_ID: optionalText,
    FRANCECONNECT_CLIENT_SECRET: optionalText,

    /** Whom a portal without administrator invites at its start, and how their letter calls them. */
    FIRST_ADMIN_EMAIL: email.optional(),
    FIRST_ADMIN_NAME: name.default("Administration du portail"),

    CLAMD_SOCKET: optionalText,
    /** Where the daily backup is written, on another disk. */
    BACKUP_DIR: z
      .string()
      .regex(/^(\/|[A-Za-z]:[\\/])/, "doit être un chemin complet, comme /mnt/sauvegardes")
      .optional(),
    CRON_SECRET: z.string().min(32, "doit contenir au moins 32 caractères").optional(),
    DEMO_PASSWORD: z.string().min(12, "doit contenir au moins 12 caractères").optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** Serves the demonstration: accounts, the embedded mailbox, and the second factor shown while it runs. */
    PARVIS_DEMO: flag,
  })
  .superRefine((value, context) => {
    const need = (driver: string, name: keyof typeof value) => {
      if (!value[name])
        context.addIssue({ code: "custom", path: [name], message: `doit être donné avec le pilote « ${driver} »` });
    };
    const { mail, storage, captcha } = chosenDrivers(value);
    if (mail === "smtp") need(mail, "SMTP_URL");
    if (mail === "resend") need(mail, "RESEND_API_KEY");
    if (storage === "s3")
      for (const name of ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) need(storage, name);
    if (storage === "uploadthing") need(storage, "UPLOADTHING_TOKEN");
    if (captcha === "hcaptcha")
      for (const name of ["HCAPTCHA_SITE_KEY", "HCAPTCHA_SECRET"] as const) need(captcha, name);
    checkFranceConnect(value, (name, message) => context.addIssue({ code: "custom", path: [name], message }));
    if (value.NODE_ENV !== "production") return;
    // Everybody reads the embedded mailbox, links that open an account included: a town’s letters never go there.
    if (mail === "mailbox" && !value.PARVIS_DEMO)
      context.addIssue({ code: "custom", path: ["MAIL_DRIVER"], message: mailboxRefusal });
    if (!value.PARVIS_DEMO && value.MAIL_FROM === demonstrationSender)
      context.addIssue({ code: "custom", path: ["MAIL_FROM"], message: senderRefusal });
    for (const [name, embedded, chosen] of [
      ["STORAGE_DRIVER", "folder", storage],
      ["CAPTCHA_DRIVER", "self-hosted", captcha],
    ] as const) {
      if (chosen === embedded && !value[name])
        context.addIssue({
          code: "custom",
          path: [name],
          message: `doit être choisi en production ; « ${embedded} » convient s’il est écrit`,
        });
    }
  });

const mailboxRefusal =
  "doit valoir « smtp » (avec SMTP_URL) ou « resend » (avec RESEND_API_KEY) : tout le monde lit la boîte embarquée (« mailbox »), elle ne sert qu’à la démonstration (PARVIS_DEMO=1)";

const senderRefusal =
  "doit être donnée : l’adresse de la ville d’où partent les courriels, comme Démarches de la ville <ne-pas-repondre@ville.fr>";

type DriverSettings = {
  MAIL_DRIVER?: "mailbox" | "smtp" | "resend";
  SMTP_URL?: string;
  RESEND_API_KEY?: string;
  STORAGE_DRIVER?: "folder" | "s3" | "uploadthing";
  S3_BUCKET?: string;
  UPLOADTHING_TOKEN?: string;
  CAPTCHA_DRIVER?: "self-hosted" | "hcaptcha";
  HCAPTCHA_SITE_KEY?: string;
};

/** Which driver each port uses: the one named, else the one whose keys are there, else the embedded one. */
function chosenDrivers(value: DriverSettings) {
  return {
    mail: value.MAIL_DRIVER ?? (value.RESEND_API_KEY ? "resend" : value.SMTP_URL ? "smtp" : "mailbox"),
    storage: value.STORAGE_DRIVER ?? (value.S3_BUCKET ? "s3" : value.UPLOADTHING_TOKEN ? "uploadthing" : "folder"),
    captcha: value.CAPTCHA_DRIVER ?? (value.HCAPTCHA_SITE_KEY ? "hcaptcha" : "self-hosted"),
  } as const;
}

const franceConnectNames = ["FRANCECONNECT_ISSUER", "FRANCECONNECT_CLIENT_ID", "FRANCECONNECT_CLIENT_SECRET"] as const;
type FranceConnectSettings = Partial<Record<(typeof franceConnectNames)[number], string>>;

/** All three or none; in clear only to a provider of this very machine. */
function checkFranceConnect(value: FranceConnectSettings, report: (name: string, message: string) => void): void {
  const missing = franceConnectNames.filter((name) => !value[name]);
  if (missing.length < franceConnectNames.length)
    for (const name of missing) report(name, "doit être donné avec les autres réglages de FranceConnect");
  const issuer = value.FRANCECONNECT_ISSUER;
  if (issuer && !/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(`${issuer}/`))
    report("FRANCECONNECT_ISSUER", "doit commencer par https://");
}

/** The provider of identities, or null where the town has none. */
function chosenFranceConnect(value: FranceConnectSettings) {
  const [issuer, clientId, clientSecret] = franceConnectNames.map((name) => value[name]);
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null;
}

export type Env = z.infer<typeof schema> & {
  drivers: ReturnType<typeof chosenDrivers>;
  franceConnect: ReturnType<typeof chosenFranceConnect>;
};

/** Reads and checks an environment. Throws an Error whose message is ready for the operator, without any secret. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = schema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
    throw new Error(`La configuration est incomplète ou fausse :\n${lines.join("\n")}\nVoyez .env.example.`);
  }
  return {
    ...parsed.data,
    drivers: chosenDrivers(parsed.data),
    franceConnect: chosenFranceConnect(parsed.data),
  };
}

let cached: Env | undefined;

/** The checked environment of this process. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
