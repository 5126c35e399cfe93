import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ErrorResponse } from "resend";
import { ownMailErrors, resendErrors, sayMailError, smtpErrors } from "./mail-errors";

const ours = sayMailError("TypeError");

function sourcesOf(folder: string, extension: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension) && !file.includes(".test."))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

const matches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? "")),
];

describe("why a letter did not leave", () => {
  it("is in words for every code that the mail server’s client knows", () => {
    const quoted = matches(sourcesOf("node_modules/nodemailer/lib", ".js"), /'(E[A-Z]{3,})'/g);
    // A word of the protocol itself.
    const codes = quoted.filter((word) => word !== "EHLO");
    expect(codes).toContain("ECONNECTION");
    expect(codes.filter((code) => !(code in smtpErrors))).toEqual([]);
  });

  it("is in words for every error of Resend", () => {
    const all: Record<ErrorResponse["name"], string> = resendErrors;
    for (const name of Object.keys(all)) expect(sayMailError(`resend: ${name} 422`)).toMatch(/^(La|Le) .*\.$/);
  });

  it("is in words for everything that the portal says itself", () => {
    const sources = `${sourcesOf("lib/ports/mail", ".ts")}\n${sourcesOf("lib/letters", ".ts")}`;
    const said = matches(sources, /new (?:Final|Retryable)\("([^"]+)"/g);
    expect(said.toSorted()).toEqual(Object.keys(ownMailErrors).toSorted());
  });

  it("tells an address refused from a mail server that is away, and one that asks to wait", () => {
    expect(sayMailError("smtp: EENVELOPE 550")).toContain("refusé cette adresse");
    expect(sayMailError("smtp: EENVELOPE 450")).toContain("attendre");
    expect(sayMailError("smtp: ECONNREFUSED")).toContain("n’a pas répondu");
    expect(sayMailError("smtp: EAUTH 535")).toContain("mot de passe");
  });

  it("is never the code itself", () => {
    for (const code of ["smtp: E2BIG", "resend: teapot 418", "RangeError", "unknown", ""])
      expect(sayMailError(code)).not.toContain(code || "smtp");
    expect(ours).toContain("donnez ce code");
  });
});
