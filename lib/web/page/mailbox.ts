import { Readable } from "node:stream";
import { env } from "@/lib/kernel/env";
import { NotFound } from "@/lib/kernel/errors";
import { findMailboxLetter, listMailbox, type MailboxLetter } from "@/lib/ports/mail/kept-letters";
import { isId, type MailId } from "@/lib/shared/ids";
import type { SentFile } from "../route/file-response";

/** The letters of the embedded mailbox, newest first. Does not exist where mail really leaves. */
export async function listLetters() {
  requireMailbox();
  return listMailbox({ limit: 200 });
}

/** One letter. Throws NotFound. */
export async function getLetter(id: string): Promise<MailboxLetter> {
  requireMailbox();
  const letter = isId(id) ? await findMailboxLetter(id as MailId) : null;
  if (!letter) throw new NotFound();
  return letter;
}

/** The HTML of a letter, as a document of its own, whose policy stands in next.config.ts. Throws NotFound. */
export async function getLetterPage(id: string): Promise<Response> {
  const { html } = await getLetter(id);
  return new Response(html.replaceAll('target="_self"', 'target="_top"'), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
    },
  });
}

/** A file joined to a letter, by its rank from 0. Throws NotFound. */
export async function getLetterFile(id: string, rank: string): Promise<SentFile> {
  const { files } = await getLetter(id);
  const file = /^\d{1,2}$/.test(rank) ? files[Number(rank)] : undefined;
  if (!file) throw new NotFound();
  const bytes = Buffer.from(file.base64, "base64");
  return { name: file.name, mediaType: file.mediaType, size: bytes.length, body: Readable.from([bytes]) };
}

/** Anyone may read this mailbox: it exists only where nothing leaves the machine. */
function requireMailbox(): void {
  if (env().drivers.mail !== "mailbox") throw new NotFound();
}
