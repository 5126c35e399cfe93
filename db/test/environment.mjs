import { TestEnvironment } from "jest-environment-node";
import { connect, urlOf } from "./template.mjs";

let count = 0;
const server = () => process.env.PARVIS_TEST_SERVER ?? "";

/** Gives each test file a database of its own, already migrated and empty: DATABASE_URL names it. */
export default class DatabaseEnvironment extends TestEnvironment {
  #name = `parvis_test_${process.pid}_${Date.now().toString(36)}_${count++}`;

  /** @override */
  async setup() {
    await super.setup();
    const template = process.env.PARVIS_TEST_TEMPLATE ?? "";
    await administer((sql) => sql.unsafe(`create database "${this.#name}" template "${template}" strategy file_copy`));
    this.global.process.env.DATABASE_URL = urlOf(server(), this.#name);
  }

  /** @override */
  async teardown() {
    await administer((sql) => sql.unsafe(`drop database if exists "${this.#name}" with (force)`));
    await super.teardown();
  }
}

/** @param {(sql: import("postgres").Sql<{}>) => Promise<unknown>} work */
async function administer(work) {
  const sql = connect(server());
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
