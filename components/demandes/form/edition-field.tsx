"use client";

import { useTypedText } from "@/components/ui/form/form-context";

/** What this page was told to look at again: sent back, it goes on. */
export function ConfirmedField() {
  return <input type="hidden" name="confirmed" defaultValue={useTypedText("confirmed", "")} />;
}

/** The edition of the draft that this page shows: a page that another tab has outrun is told. */
export function EditionField({ edition }: { edition: number }) {
  return <input type="hidden" name="edition" defaultValue={useTypedText("edition", String(edition))} />;
}
