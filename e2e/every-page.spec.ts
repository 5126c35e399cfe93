import { join } from "node:path";
import { expect, test } from "./fixtures";
import { seenBy } from "./second-engine";
import { builtRoutes } from "./security/build-routes";

/** After all journeys: what the second engine looked at. A new page that no journey visits fails here. */

/** Pages that show nothing: they lead to another, exist in development alone, or are of a kind of démarche that no town has published. */
const shownNever = new Set([
  "/atelier",
  "/atelier/agents",
  "/demandes/[id]",
  "/demandes/[id]/rendez-vous",
  "/espace/demandes/[numero]",
  "/suivi/[numero]",
]);

test("every page of the build was looked at by the second engine, and what does not exist in each frame", ({}, {
  project,
}) => {
  const { paths, structures, seconds } = seenBy(join(project.outputDir, ".states"));
  console.log(`Second engine: ${structures} page structures, ${seconds} s of one core`);
  const shown = paths.filter((path) => path.startsWith("200 ")).map((path) => path.slice(4));
  const addresses = builtRoutes().flatMap(({ folders, address }) => (folders === null ? [] : [address]));
  const plain = new Set(addresses.filter((address) => !address.includes("[")));
  const isSeen = (address: string) =>
    shown.some((path) => path === address || (!plain.has(path) && patternOf(address).test(path)));
  const own = addresses.filter((address) => !shownNever.has(address) && !absent.has(address));
  expect(
    own.filter((address) => !isSeen(address)),
    "pages that no journey shows",
  ).toEqual([]);
  for (const frame of [/^404 \/admin\//, /^404 \/espace\//, /^404 \/(?!admin|espace)/])
    expect(
      paths.filter((path) => frame.test(path)),
      `${frame.source}: an absent page`,
    ).not.toEqual([]);
});

/** What stands in the place of a page that does not exist or fails: by its own address, it does not exist. */
const absent = new Set(["/_not-found", "/erreur"]);

/** « /espace/relations/[id] » → one folder in the place of each parameter. */
function patternOf(address: string): RegExp {
  return new RegExp(`^${address.replace(/\[\w+\]/g, "[^/]+")}$`);
}
