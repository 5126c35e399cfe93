import type { Readable } from "node:stream";
import type { SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { AccountId, DemandeId } from "@/lib/shared/ids";
import type { DataRubric } from "@/lib/vocabulary/data-copy";
import type { TaskName } from "@/lib/vocabulary/scheduled-tasks";
import type { Citizen } from "./actor";
import type { Tx } from "./database";

/**
 * What each module says, in its `personal.ts`, of the tables that it fills with something of a person (docs/decisions/040). The
 * modules that let people go, or give them a copy, walk these and know no table.
 */
export type Personal = {
  readonly tables: Readonly<Record<string, Claim>>;
  /** Before the rows of accounts go: what rows alone cannot say, such as the bytes of files. */
  readonly erase?: (tx: Tx, leavers: readonly Leaver[]) => Promise<void>;
  /** The same before demandes are anonymised. The caller has locked them. */
  readonly anonymise?: (tx: Tx, demandes: readonly Anonymised[]) => Promise<void>;
  /** What the module puts into the copy of one's data. */
  readonly copy?: (owner: Citizen, archive: Archive) => Promise<Part>;
  /** What it adds there to each demande, under names of its own. */
  readonly copyOfDemande?: (owner: Citizen, demandeId: DemandeId) => Promise<Readonly<Record<string, unknown>>>;
};

/** An account that goes. The address is null when the row was emptied before. */
export type Leaver = { readonly id: AccountId; readonly email: string | null };

export type Anonymised = {
  readonly id: DemandeId;
  readonly number: string | null;
  readonly accountId: AccountId | null;
};

export type Claim = {
  readonly table: PgTable;
  readonly end: End;
  /** The column that names an account: once that one is gone, nothing may be left there. */
  readonly account: PgColumn | null;
  readonly fates: Readonly<Record<string, Fate>>;
};

/** When the fates of the columns come true. Rows whose columns are all erased are deleted, the others changed. */
export type End =
  /** `stays`: rows that are not deleted, and that the module's own `erase` empties. */
  | { readonly with: "account"; readonly by: PgColumn; readonly stays?: () => SQL }
  | { readonly with: "demande"; readonly by: PgColumn }
  /** Deleted by Postgres with the row that it hangs on: its key says « on delete cascade ». */
  | { readonly with: "parent"; readonly parent: PgTable }
  /** The module's own `erase` and `anonymise` find the rows: no key leads to them. */
  | { readonly with: "module" }
  | { readonly with: "time"; readonly task: TaskName }
  /** Of agents, who act for the town: nothing of it goes with a citizen. */
  | { readonly with: "staff" };

/** `becomes`: the value that says nothing of anybody. `kept`: why it stays. */
export type Fate<Value = unknown> = "erased" | { readonly becomes: Value | (() => Value) } | { readonly kept: string };

type Fates<T extends PgTable> = { readonly [K in keyof T["$inferSelect"]]: Fate<T["$inferSelect"][K]> };

/** Claims a table for the module that calls: a column that is not said to go, or to stay, does not compile. */
export function claim<T extends PgTable>(table: T, end: End, fates: Fates<T>, account: PgColumn | null = null): Claim {
  return { table, end, fates, account: end.with === "account" ? end.by : account };
}

/** A file of the archive: opened when its turn comes, so that one alone is in hand. */
export type Entry = {
  /** Where it stands in the archive. */
  path: string;
  /** When it was written; the present when left out. */
  at?: Date;
  open: () => Promise<string | Buffer | Readable>;
};

/** Rubrics of donnees.json, and the files that go with them. */
export type Part = {
  readonly data: Readonly<Partial<Record<DataRubric, unknown>>>;
  readonly entries?: readonly Entry[];
};

/** Gives a path once: a folder, a name for what is in it, another where nothing of the name can be kept. */
export type Namer = (folder: string, text: string, fallback?: string) => string;

export type Archive = {
  readonly name: Namer;
  readonly email: string | null;
  /** Those of the account, drafts included, the oldest first. */
  readonly demandes: readonly { readonly id: DemandeId; readonly number: string | null; readonly title: string }[];
  /** What the other modules say of one of them. */
  readonly aboutDemande: (id: DemandeId) => Promise<Readonly<Record<string, unknown>>>;
};
