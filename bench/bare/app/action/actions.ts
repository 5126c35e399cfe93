"use server";

import { redirect } from "next/navigation";
import { fileDraftStatements } from "../../statements";
import { sql } from "../../sql";

/** The statements of a submission, with no rule, no check and no page around them. */
export async function fileDraft(data: FormData) {
  await fileDraftStatements(sql(), String(data.get("id")));
  redirect("/nu");
}
