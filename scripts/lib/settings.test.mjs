import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { announce } from "./announce.mjs";
import { buildEnvironment } from "./settings.mjs";

const before = { ...process.env };
let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "parvis-settings-"));
  process.env = { PATH: before.PATH, PARVIS_DATA_DIR: home, NODE_ENV: "test" };
});
afterEach(() => {
  process.env = { ...before };
  rmSync(home, { recursive: true, force: true });
});

const settings = (given = {}) => {
  Object.assign(process.env, given);
  return buildEnvironment({ mode: "production", port: 3_000, databaseUrl: "postgres://x" });
};

/** @param {NodeJS.ProcessEnv} environment */
function announced(environment) {
  const write = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  announce(3_000, environment);
  const text = write.mock.calls.flat().join("");
  write.mockRestore();
  return text;
}

const smtp = { MAIL_DRIVER: "smtp", SMTP_URL: "smtp://localhost:25" };

describe("the demonstration of an embedded installation", () => {
  it.each([
    ["without any mail driver", {}],
    ["asked for by name, with a real mail driver", { PARVIS_DEMO: "1", ...smtp }],
    ["asked for by name, with Resend", { PARVIS_DEMO: "1", MAIL_DRIVER: "resend", RESEND_API_KEY: "x" }],
  ])("has a password, which the start says: %s", (_, given) => {
    const environment = settings(given);
    expect(environment).toMatchObject({ PARVIS_DEMO: "1", DEMO_PASSWORD: expect.stringMatching(/^.{12,}$/) });
    expect(announced(environment)).toContain(environment.DEMO_PASSWORD);
  });

  it.each([
    ["with a real mail driver", smtp],
    ["refused by name", { PARVIS_DEMO: "0" }],
  ])("is not there %s", (_, given) => {
    const environment = settings(given);
    expect(environment.DEMO_PASSWORD).toBeUndefined();
    expect(announced(environment)).not.toContain("démonstration");
  });

  it("keeps the password that the operator gives", () => {
    expect(settings({ PARVIS_DEMO: "1", DEMO_PASSWORD: "une phrase choisie", ...smtp })).toMatchObject({
      DEMO_PASSWORD: "une phrase choisie",
    });
  });
});

describe("an installation with its own database", () => {
  it("tells of no account where no password made any", () => {
    const environment = settings({ DATABASE_URL: "postgres://y", PARVIS_DEMO: "1", ...smtp });
    expect(announced(environment)).not.toMatch(/undefined|Comptes de démonstration/);
  });
});
