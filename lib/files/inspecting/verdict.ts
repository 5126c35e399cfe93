import type { AcceptedType, FileRefusal } from "../rules";

/** What a reader is asked to read. A kind more (a CSV to import) is a line here and a function in parsing/judge.ts. */
export type ReadingKind = "document" | "logo";

/** How a kept file is written: images are drawn anew in one of two kinds. */
export type StoredType = Extract<AcceptedType, "application/pdf" | "image/jpeg" | "image/png">;

export type ReadDocument = { bytes: Buffer; mediaType: StoredType };
/** Sizes in CSS pixels; the PNG is twice as fine. */
export type DrawnLogo = { bytes: Buffer; width: number; height: number };
export type Readings = { document: ReadDocument; logo: DrawnLogo };

/** What reading may say no to. The rest (size, virus, room) is judged where the file arrives. */
export type ReadingRefusal = Extract<
  FileRefusal,
  | "too_large"
  | "type"
  | "heic"
  | "avif"
  | "office"
  | "archive"
  | "unreadable_image"
  | "too_many_pixels"
  | "large_for_kind"
  | "unreadable_pdf"
  | "pdf_password"
  | "pdf_active"
  | "too_complex"
>;

/** What a reader is told, before the bytes. */
export type Order = {
  kind: ReadingKind;
  /** Of the result. */
  maxBytes: number;
  /** Of processor time, all threads together, after which the reader ends itself. */
  cpuMs: number;
  /** Above what it held when the order came. */
  memoryBytes: number;
  /** To answer « heavy » instead of reading what will take long: a small file must not wait behind it. */
  onlyLight: boolean;
};

/** What a reader says, before the bytes where there are any. */
export type Answer =
  | { type: "ready" }
  | { type: "read"; details: Omit<ReadDocument, "bytes"> | Omit<DrawnLogo, "bytes">; isLast: boolean }
  | { type: "refused"; reason: ReadingRefusal; isLast: boolean }
  | { type: "heavy" };
