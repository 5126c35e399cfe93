"use client";

import { useTypedText } from "./form-context";

/** What the page showed when it was opened: a form that somebody else has outrun is told, and then knows. */
export function VersionField({ version }: { version: string }) {
  return <input type="hidden" name="version" defaultValue={useTypedText("version", version)} />;
}
