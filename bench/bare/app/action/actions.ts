"use server";

import { redirect } from "next/navigation";
import { fileDraftStatements } from "../../statements";
import { sql } from "../../sql";

/** The statements of a submission, with no rule, no check and no page around them. */
export async function fileDraft(data: FormData) {
  const id = data.get("id");
  if (typeof id === "string") await fileDraftStatements(sql(), id);
  redirect("/nu");
}
