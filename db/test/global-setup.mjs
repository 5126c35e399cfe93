import { bundleFiles } from "../../scripts/lib/bundle.mjs";
import { ensureTemplate, testServer } from "./template.mjs";

/** Before the database tests of a run: what reads files, the server, and the database that each file clones. */
export default async function globalSetup() {
  await bundleFiles();
  const server = await testServer();
  process.env.PARVIS_TEST_SERVER = server;
  process.env.PARVIS_TEST_TEMPLATE = await ensureTemplate(server);
}
