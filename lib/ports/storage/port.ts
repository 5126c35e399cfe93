import type { Readable } from "node:stream";
import { Final } from "@/lib/kernel/errors";

/**
 * A store of objects, already sealed when they come here. Errors: `Retryable` (full disk, network) or `Final`.
 * A key is made by `newBlobKey`, written once and never used again.
 */
export type Storage = {
  readonly name: "folder" | "s3" | "uploadthing";
  /** All or nothing: once it resolves, the bytes survive a crash. Over `maxBytes`: `BlobTooLarge`, and nothing is left. */
  put: (key: string, body: Readable, limit: { maxBytes: number }) => Promise<{ size: number }>;
  /** Throws `BlobMissing`. */
  get: (key: string) => Promise<Readable>;
  /** Erases; what does not exist is already erased. */
  delete: (key: string) => Promise<void>;
  exists: (key: string) => Promise<boolean>;
};

export class BlobMissing extends Final {
  constructor() {
    super("storage: no such object");
    this.name = "BlobMissing";
  }
}

export class BlobTooLarge extends Final {
  constructor() {
    super("storage: object over its limit");
    this.name = "BlobTooLarge";
  }
}

/** A file sent straight to the store by the browser, before we judged it. */
export type DirectUpload = {
  /** What the person may do, sealed for the way there and back, or a sentence that refuses. `keys`: where the files will be. */
  authorise: (asked: {
    texts: Readonly<Record<string, string>>;
    sizes: readonly number[];
    keys: readonly string[];
  }) => Promise<{ target: string } | { refusal: string }>;
  /** Takes the file from `key`, judges it, keeps it sealed, and has what lies under `key` erased. */
  keep: (arrived: { target: string; name: string; key: string }) => Promise<DirectUploadReply>;
};

export type DirectUploadReply = { ok: true; id: string } | { ok: false; message: string };
