"use client";

import { useTypedText } from "@/components/ui/form/form-context";

/** The edition of the draft that this page shows: a page that another tab has outrun is told. */
export function EditionField({ edition }: { edition: number }) {
  return <input type="hidden" name="edition" defaultValue={useTypedText("edition", String(edition))} />;
}
