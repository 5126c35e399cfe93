import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRoutes } from "./routes";

const dir = mkdtempSync(join(tmpdir(), "parvis-routes-"));
const write = (file: string, value: unknown) => writeFileSync(join(dir, file), JSON.stringify(value));

mkdirSync(join(dir, ".next"));
mkdirSync(join(dir, "public", "images"), { recursive: true });
writeFileSync(join(dir, "public", "images", "logo.svg"), "");
write(".next/app-path-routes-manifest.json", {
  "/(public)/page": "/",
  "/(public)/demarches/[slug]/page": "/demarches/[slug]",
  "/api/sante/route": "/api/sante",
  "/api/fichiers/[id]/route": "/api/fichiers/[id]",
  "/erreur/page": "/erreur",
  "/_not-found/page": "/_not-found",
});
write(".next/routes-manifest.json", {
  staticRoutes: [
    { page: "/", regex: "^/(?:/)?$" },
    { page: "/_not-found", regex: "^/_not\\-found(?:/)?$" },
    { page: "/api/sante", regex: "^/api/sante(?:/)?$" },
    { page: "/erreur", regex: "^/erreur(?:/)?$" },
  ],
  dynamicRoutes: [
    { page: "/api/fichiers/[id]", regex: "^/api/fichiers/([^/]+?)(?:/)?$" },
    { page: "/demarches/[slug]", regex: "^/demarches/([^/]+?)(?:/)?$" },
  ],
});
const kindOf = readRoutes(dir);
afterAll(() => rmSync(dir, { recursive: true }));

describe("the routes that the front knows", () => {
  it.each([
    ["/", "page"],
    ["/demarches/acte-de-naissance", "page"],
    ["/demarches/acte.png", "page"],
    ["/demarches/%C3%A9tat", "page"],
    ["/api/sante", "handler"],
    ["/api/sante/", "handler"],
    ["/api/fichiers/x.pdf", "handler"],
    ["/images/logo.svg", "file"],
    ["/_next/static/chunks/a.js", "file"],
    ["/x.png", "none"],
    ["/api/inexistant", "none"],
    ["/images", "none"],
    // What is shown in place of another has no address of its own.
    ["/erreur", "none"],
    ["/_not-found", "none"],
    // Next reads these in its own way: it redirects, decodes or refuses.
    ["//demarches", "unsure"],
    ["/%64emarches", "unsure"],
    ["/a/../demarches", "unsure"],
    ["http://ailleurs.example/", "unsure"],
    ["*", "unsure"],
  ])("%s is a %s", (path, kind) => expect(kindOf(path)).toBe(kind));
});
