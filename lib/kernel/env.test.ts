import { parseEnv } from "./env";

const key = "A".repeat(43);
const base = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://parvis@127.0.0.1/parvis",
  APP_URL: "https://demarches.belleval.example/",
  MASTER_KEY: key,
  SESSION_SECRET: key,
  MAIL_DRIVER: "mailbox",
  STORAGE_DRIVER: "folder",
  CAPTCHA_DRIVER: "self-hosted",
  PARVIS_DEMO: "1",
};
const town = { ...base, PARVIS_DEMO: "0", MAIL_FROM: "Démarches de la ville <ne-pas-repondre@ville.fr>" };

describe("parseEnv", () => {
  it("accepts embedded drivers in production when each is named, in the demonstration", () => {
    expect(parseEnv(base).drivers).toEqual({ mail: "mailbox", storage: "folder", captcha: "self-hosted" });
  });

  it("drops the slash at the end of the address", () => {
    expect(parseEnv(base).APP_URL).toBe("https://demarches.belleval.example");
  });

  it.each(["STORAGE_DRIVER", "CAPTCHA_DRIVER"])("refuses production without a chosen %s", (name) => {
    expect(() => parseEnv({ ...base, [name]: undefined })).toThrow(name);
  });

  it.each([
    ["written", { MAIL_DRIVER: "mailbox" }],
    ["written beside the keys of another", { MAIL_DRIVER: "mailbox", SMTP_URL: "smtp://127.0.0.1" }],
    ["by default", { MAIL_DRIVER: undefined }],
    ["where the demonstration is not named", { PARVIS_DEMO: undefined }],
  ])("refuses a town the mailbox that everybody reads: %s", (_how, over) => {
    expect(() => parseEnv({ ...town, ...over })).toThrow(/MAIL_DRIVER doit valoir «\ssmtp\s».*PARVIS_DEMO=1/);
  });

  it("refuses that a town writes in the name of the demonstration, or of what is no address", () => {
    const smtp = { ...town, MAIL_DRIVER: "smtp", SMTP_URL: "smtp://127.0.0.1" };
    expect(parseEnv(smtp).MAIL_FROM).toBe("Démarches de la ville <ne-pas-repondre@ville.fr>");
    expect(parseEnv({ ...smtp, MAIL_FROM: "ne-pas-repondre@ville.fr" }).MAIL_FROM).toBe("ne-pas-repondre@ville.fr");
    expect(() => parseEnv({ ...smtp, MAIL_FROM: undefined })).toThrow("MAIL_FROM doit être donnée");
    for (const MAIL_FROM of ["la mairie", "Mairie <mairie>", "Mairie <a@ville.fr> et <b@ville.fr>", "a@b@ville.fr"])
      expect(() => parseEnv({ ...smtp, MAIL_FROM })).toThrow("MAIL_FROM doit être un courriel");
    // The demonstration may send for real, from the sender that is given; development asks for none.
    expect(parseEnv({ ...smtp, PARVIS_DEMO: "1", MAIL_FROM: undefined }).MAIL_FROM).toContain("belleval.example");
    expect(parseEnv({ ...smtp, NODE_ENV: "development", MAIL_FROM: undefined }).MAIL_FROM).toContain(
      "belleval.example",
    );
  });

  it("leaves the mailbox to the demonstration, to development and to tests", () => {
    expect(parseEnv({ ...base, MAIL_DRIVER: undefined }).drivers.mail).toBe("mailbox");
    for (const NODE_ENV of ["development", "test"])
      expect(parseEnv({ ...town, NODE_ENV }).drivers.mail).toBe("mailbox");
    expect(parseEnv({ ...town, MAIL_DRIVER: undefined, SMTP_URL: "smtp://127.0.0.1" }).drivers.mail).toBe("smtp");
  });

  it.each([
    ["DATABASE_URL", "mysql://x"],
    ["APP_URL", "pas une adresse"],
    ["MASTER_KEY", "trop-court"],
    ["SESSION_SECRET", ""],
    ["DATABASE_POOL", "beaucoup"],
    ["DATABASE_STATEMENT_MS", "0"],
    ["DATABASE_CONNECT_SECONDS", "longtemps"],
    ["CRON_SECRET", "court"],
    ["FIRST_ADMIN_EMAIL", "la direction"],
    ["FIRST_ADMIN_NAME", "https://ville.fr"],
    ["FIRST_ADMIN_NAME", "x".repeat(101)],
  ])("names %s when it is bad", (name, value) => {
    expect(() => parseEnv({ ...base, [name]: value })).toThrow(name);
  });

  it("reads the first administrator’s name as any name", () => {
    expect(parseEnv({ ...base, FIRST_ADMIN_NAME: " Maelle  D'Aguerre\u200b " }).FIRST_ADMIN_NAME).toBe(
      "Maelle D’Aguerre",
    );
    expect(parseEnv(base).FIRST_ADMIN_NAME).toBe("Administration du portail");
  });

  it("gives the statements of a page two seconds and a half unless told", () => {
    expect(parseEnv(base).DATABASE_STATEMENT_MS).toBe(2_500);
    expect(parseEnv({ ...base, DATABASE_STATEMENT_MS: "4000" }).DATABASE_STATEMENT_MS).toBe(4_000);
  });

  it("waits five seconds for a connection unless told", () => {
    expect(parseEnv(base).DATABASE_CONNECT_SECONDS).toBe(5);
    expect(parseEnv({ ...base, DATABASE_CONNECT_SECONDS: "12" }).DATABASE_CONNECT_SECONDS).toBe(12);
  });

  it("picks a driver from its keys, and asks for the keys of the one picked by name", () => {
    expect(parseEnv({ ...base, MAIL_DRIVER: undefined, RESEND_API_KEY: "re_123" }).drivers.mail).toBe("resend");
    expect(() => parseEnv({ ...base, MAIL_DRIVER: "smtp" })).toThrow("SMTP_URL");
    expect(() => parseEnv({ ...base, STORAGE_DRIVER: "s3" })).toThrow("S3_BUCKET");
    expect(() => parseEnv({ ...base, CAPTCHA_DRIVER: "hcaptcha" })).toThrow("HCAPTCHA_SECRET");
  });

  it("takes the three settings of FranceConnect or none, over https", () => {
    const three = {
      FRANCECONNECT_ISSUER: "https://identite.example/api/v2",
      FRANCECONNECT_CLIENT_ID: "client",
      FRANCECONNECT_CLIENT_SECRET: "secret",
    };
    expect(parseEnv(base).franceConnect).toBeNull();
    expect(parseEnv({ ...base, ...three }).franceConnect).toEqual({
      issuer: "https://identite.example/api/v2",
      clientId: "client",
      clientSecret: "secret",
    });
    for (const name of Object.keys(three)) {
      expect(() => parseEnv({ ...base, ...three, [name]: "" })).toThrow(name);
      expect(() => parseEnv({ ...base, [name]: "https://identite.example" })).toThrow("FranceConnect");
    }
    for (const issuer of ["pas une adresse", "http://identite.example", "http://localhost.example"])
      expect(() => parseEnv({ ...base, ...three, FRANCECONNECT_ISSUER: issuer })).toThrow("FRANCECONNECT_ISSUER");
    expect(parseEnv({ ...base, ...three, FRANCECONNECT_ISSUER: "http://127.0.0.1:4000" }).franceConnect).not.toBeNull();
  });

  it("never repeats the value of a secret in its message", () => {
    const message = (() => {
      try {
        parseEnv({ ...base, MASTER_KEY: "mon-secret-trop-court" });
        return "";
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain("MASTER_KEY");
    expect(message).not.toContain("mon-secret");
  });
});
