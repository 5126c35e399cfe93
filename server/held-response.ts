import { ServerResponse, type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders } from "node:http";

/** An answer made apart, whole. */
export type WholeAnswer = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** Asked once, when the status and headers of an answer are known. Null lets it go; otherwise what is sent in its place. */
export type Judge = (answer: HeldResponse) => (() => Promise<WholeAnswer>) | null;

type Written = string | Uint8Array;
type Callback = (error?: Error | null) => void;

/**
 * The response that Node gives to the front, and the front to Next: what is judged good passes through untouched, chunk by chunk;
 * what is not is never sent, and another takes its place with the cookies that it had set.
 */
export class HeldResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  judge: Judge | null = null;
  #replace: (() => Promise<WholeAnswer>) | null = null;
  #isReplaced = false;

  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    const { judge } = this;
    this.judge = null;
    if (judge) {
      this.statusCode = status;
      this.#replace = judge(this);
    }
    if (this.#replace) return this;
    return typeof reason === "string"
      ? super.writeHead(status, reason, headers)
      : super.writeHead(status, reason ?? headers);
  }

  override flushHeaders(): void {
    if (!this.#isHeld()) super.flushHeaders();
  }

  override write(chunk: Written, encoding?: BufferEncoding | Callback, callback?: Callback): boolean {
    const written = typeof encoding === "function" ? encoding : callback;
    if (!this.#isHeld()) return super.write(chunk, typeof encoding === "string" ? encoding : "utf8", written);
    if (written) queueMicrotask(() => written(null));
    return true;
  }

  override end(chunk?: Written | (() => void), encoding?: BufferEncoding | (() => void), callback?: () => void): this {
    const ended = [chunk, encoding, callback].find((given) => typeof given === "function");
    if (!this.#isHeld())
      return super.end(
        typeof chunk === "function" ? undefined : chunk,
        typeof encoding === "string" ? encoding : "utf8",
        ended,
      );
    if (ended) this.once("finish", ended);
    if (!this.#isReplaced) void this.#sendReplacement();
    this.#isReplaced = true;
    return this;
  }

  /** Sends a whole answer, whatever was about to be said. The cookies already set go with it. */
  sendWhole({ status, headers, body }: WholeAnswer): void {
    if (this.headersSent || this.destroyed) return;
    this.judge = null;
    for (const name of this.getHeaderNames()) if (name !== "set-cookie") this.removeHeader(name);
    super.writeHead(status, { ...headers, "content-length": body.byteLength });
    super.end(body);
  }

  /** Whether this answer will be replaced; judges it if it was not yet. */
  #isHeld(): boolean {
    if (this.judge && !this.headersSent) this.writeHead(this.statusCode);
    return this.#replace !== null && !this.headersSent;
  }

  async #sendReplacement(): Promise<void> {
    // What failed is noted by promises that are already under way.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#replace) this.sendWhole(await this.#replace());
  }
}
