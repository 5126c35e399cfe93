import { readdirSync, readFileSync } from "node:fs";
import { domainToASCII } from "node:url";
import { sql } from "drizzle-orm";
import { database } from "@/lib/kernel/database";
import { newId } from "@/lib/shared/ids";
import { nameSearchText } from "@/lib/shared/search-text";

/** The migration as it runs on a portal that has rows already. */
const folder = `${process.cwd()}/db/migrations`;
const file = readdirSync(folder).find((name) => name.endsWith("_one_form_of_each_datum.sql")) ?? "";
const statements = readFileSync(`${folder}/${file}`, "utf8").split("--> statement-breakpoint");

/** What the earlier portal kept of a name: neither ligatures nor apostrophes apart. */
const formerFold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

const names = [
  "Gaëlle O’Connor",
  "Gaëlle O'Connor",
  "Lecœur-N’Guessan Łukasiewicz",
  "Yann Le Gall",
  "Maria da Silva",
  "Maria de la Cruz-Ortega",
  "Yılmaz Ængström Straße",
  "Lê Thị Anh",
  "李",
  "Thi",
];
const domains = [
  "bibliothèque.example.org",
  "bücher.example",
  "münchen-ost.example.org",
  "例え.テスト",
  "пример.example",
  "ñ.example",
];

const account = async (columns: Record<string, string>) => {
  const id = newId();
  const row = {
    email: `${id}@example.org`,
    first_name: "Camille",
    last_name: "Martin",
    phone: null,
    search_text: "",
    ...columns,
  };
  await database().execute(sql`
    insert into accounts (id, status, kind, email, first_name, last_name, phone, search_text, created_at)
    values (${id}, 'active', 'personal', ${row.email}, ${row.first_name}, ${row.last_name}, ${row.phone}, ${row.search_text}, now())`);
  return id;
};

async function migrated<T>(ids: readonly string[], column: string): Promise<T[]> {
  const rows = await database().execute<{ id: string } & Record<string, T>>(
    sql`select id, ${sql.identifier(column)} from accounts`,
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.[column] as T);
}

describe("the migration that gives each datum its one form", () => {
  it("folds what is searched exactly as the portal does, and reads each address, number and name as its reader does", async () => {
    const searched = await Promise.all(names.map((name) => account({ search_text: formerFold(name) })));
    const mails = await Promise.all(
      domains.map((domain, at) => account({ email: `essai${at}@${domainToASCII(domain)}` })),
    );
    const hidden = await account({ email: "cach\u200bé@exam\u00adple.org" });
    const first = await account({ email: "deux@bücher.example" });
    const second = await account({ email: "deux@xn--bcher-kva.example" });
    const phones = await Promise.all(
      ["+33692123456", "+33639980009", "+33590290000", "+33508411234", "+33612345678"].map((phone) =>
        account({ phone }),
      ),
    );
    const named = await account({ last_name: "O´Brien" });

    for (const statement of statements) await database().execute(statement);

    expect(await migrated(searched, "search_text")).toEqual(names.map((name) => nameSearchText([name])));
    expect(await migrated(mails, "email")).toEqual(domains.map((domain, at) => `essai${at}@${domain}`));
    expect(await migrated([hidden, first, second], "email")).toEqual([
      "caché@example.org",
      "deux@bücher.example",
      "deux@xn--bcher-kva.example",
    ]);
    expect(await migrated(phones, "phone")).toEqual([
      "+262692123456",
      "+33639980009",
      "+590590290000",
      "+508411234",
      "+33612345678",
    ]);
    expect(await migrated([named], "last_name")).toEqual(["O’Brien"]);
  });
});
