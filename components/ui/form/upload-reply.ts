/** What became of the files that a script sent. */
export type UploadReply = { ok: true } | { ok: false; message: string };
