import { randomBytes } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import type { BuiltRoute } from "./build-routes";
import { send, type Answer } from "./raw-http";
import { walkers, type Outcome, type Walker } from "./route-table";
import type { Samples } from "./samples";

type Place = { site: string; cookies: Readonly<Record<Walker, string>>; samples: Samples };
type Told = Record<Walker, Outcome>;

/** Limits count addresses: each request comes from one of its own, as the server believes under TRUST_PROXY=1. */
export const somewhere = () => ({ "x-forwarded-for": `10.${randomBytes(3).join(".")}` });

/** One request for a route, as somebody. A write comes from our own pages and asks for JSON. */
export function visit(
  { site, samples }: Place,
  { name, method, address }: Pick<BuiltRoute, "name" | "method" | "address">,
  headers: OutgoingHttpHeaders,
): Promise<Answer> {
  const path = samples.fill(address);
  const own = { host: new URL(site).host, ...somewhere(), ...headers };
  if (method === "GET") return send(site, { path, headers: own });
  const { type, body } = samples.bodyOf(name);
  const writing = { origin: site, accept: "application/json", "content-type": type, ...own };
  return send(site, { method, path, body, headers: writing });
}

/** Goes to a route as each walker. Returns what each was told, and which words of the owner stood where they may not. */
export async function walk(place: Place, route: BuiltRoute): Promise<{ told: Told; leaks: string[] }> {
  const told = {} as Told;
  const leaks: string[] = [];
  for (const walker of walkers) {
    const cookie = place.cookies[walker];
    const answer = await visit(place, route, { cookie });
    told[walker] = outcomeOf(answer, place);
    const forbidden = forbiddenTo(walker, route, place.samples);
    if (forbidden.length === 0) continue;
    // A page that opens already carries the payload of React's own navigation.
    const alone = route.folders && answer.status !== 200 ? await askAlone(place, route, cookie) : "";
    for (const word of forbidden)
      if (answer.text.includes(word) || alone.includes(word))
        leaks.push(`${route.name} shows « ${word} » to ${walker}`);
  }
  return { told, leaks };
}

function outcomeOf({ status, headers: { location } }: Answer, { site, samples }: Place): Outcome {
  if (status < 300 || status > 399 || location === undefined) return `${status}`;
  return `→ ${samples.generalise(new URL(location, site).pathname)}`;
}

/** Where the embedded mailbox runs, its letters are anyone's to read: it exists for demonstrations and tests alone. */
const isMailbox = (address: string) => /^\/(api\/)?courrier(\/|$)/.test(address);

/** What stands in the address that was asked for is no news to who asked. Every agent may look up who has an account. */
function forbiddenTo(walker: Walker, { address }: BuiltRoute, { canaries, fill }: Samples): readonly string[] {
  if (walker === "owner" || isMailbox(address)) return [];
  const instructs = walker === "agent" || walker === "admin";
  const words = instructs ? canaries.private : [...canaries.private, ...canaries.filed];
  const isElsewhere = walker === "otherAgent" || walker === "otherAdmin";
  const read = isElsewhere && /^\/admin\/comptes(\/|$)/.test(address) ? canaries.identity : [];
  return words.filter((word) => !read.includes(word)).filter((word) => !fill(address).includes(word));
}

/**
 * The page alone, as React's own navigation asks for it, pretending that the layouts around it are already there: whoever
 * guards a page from its layout gives it away to this.
 */
export async function askAlone(place: Place, route: BuiltRoute, cookie: string): Promise<string> {
  const path = place.samples.fill(route.address);
  const tree = encodeURIComponent(JSON.stringify(treeOf(route, place.samples)));
  const headers = {
    host: new URL(place.site).host,
    ...somewhere(),
    cookie,
    rsc: "1",
    "next-router-state-tree": tree,
  };
  const answer = await send(place.site, { path, headers });
  const again = answer.headers.location;
  return again?.includes("_rsc=") ? (await send(place.site, { path: again, headers })).text : answer.text;
}

type Tree = readonly [
  segment: string | readonly [name: string, value: string, kind: "d", siblings: null],
  children: { children?: Tree },
  url: null,
  refetch?: "refetch",
];

/** Next's router state of this page, with only the page itself to fetch. */
function treeOf({ folders }: BuiltRoute, samples: Samples): Tree {
  const values = samples.valuesOf(folders ?? []);
  const page: Tree = ["__PAGE__", {}, null, "refetch"];
  const inner = values.reduceRight<Tree>(
    (children, { name, value }) => [value === null ? name : [name, value, "d", null], { children }, null],
    page,
  );
  return ["", { children: inner }, null];
}
