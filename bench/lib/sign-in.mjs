import autocannon from "autocannon";
import { hash, verify } from "@node-rs/argon2";
import { anotherAddress, multipart, readForm } from "../../scripts/lib/visitor.mjs";
import { connections, pageRate, seconds, workRate } from "./measure.mjs";

/** As lib/proofs/password.ts hashes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const password = "quatre moulins bleus sautent";
/** More people than one round signs in at once: tries on one account wait for each other. */
const people = 400;

/**
 * Sign-ins through the portal, what the hash alone allows, and the catalogue while everybody signs in.
 * @param {{sql: import("postgres").Sql<{}>, portal: string}} place
 */
export async function signInMeasures({ sql, portal }) {
  const stored = await hash(password, cost);
  const emails = await addPeople(sql, stored);
  const form = readForm(await (await fetch(`${portal}/connexion`)).text(), 'name="identifier"');
  let turn = 0;
  const setupRequest = (/** @type {import("autocannon").Request} */ request) => {
    const identifier = emails[(turn += 1) % emails.length] ?? "";
    const { body, type } = multipart([...form, ["identifier", identifier], ["password", password]]);
    return {
      ...request,
      method: "POST",
      path: "/connexion",
      headers: { "content-type": type, origin: portal, ...anotherAddress() },
      body,
    };
  };
  const signIns = () => pageRate(portal, { requests: [{ setupRequest }], expected: [303] });
  return {
    "sign-in": signIns,
    "hash alone": () => workRate(() => verify(stored, password)),
    "catalogue in a storm": async () => {
      const storm = autocannon({ url: portal, connections, duration: seconds + 2, requests: [{ setupRequest }] });
      const rate = await pageRate(`${portal}/demarches`);
      await storm;
      return rate;
    },
  };
}

/**
 * @param {import("postgres").Sql<{}>} sql
 * @param {string} stored
 */
async function addPeople(sql, stored) {
  /** @type {{email: string}[]} */
  const rows = await sql`
    insert into accounts (id, status, email, username, first_name, last_name, password_hash, created_at, activated_at)
    select gen_random_uuid(), 'active', 'mesure' || n || '@example.org', 'mesure' || n, 'Camille', 'Exemple', ${stored}, now(), now()
    from generate_series(1, ${people}) n returning email`;
  return rows.map(({ email }) => email);
}
