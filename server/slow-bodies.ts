import type { IncomingMessage } from "node:http";

type Entry = { cut: () => void; bytes: number; since: number };

/**
 * Requests whose body is on its way. One that brings nothing for `patience` milliseconds is cut; one that still brings a little,
 * over a slow network, is not.
 */
export class SlowBodies {
  readonly #entries = new Map<IncomingMessage, Entry>();
  readonly #patience: number;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | null = null;

  constructor(patience: number, now: () => number) {
    this.#patience = patience;
    this.#now = now;
  }

  /** Watches a request until its body is whole. `cut` answers and closes. */
  watch(request: IncomingMessage, cut: () => void): void {
    if (request.complete) return;
    this.#entries.set(request, { cut, bytes: request.socket.bytesRead, since: this.#now() });
    request.once("close", () => this.#entries.delete(request));
    this.#timer ??= setInterval(() => this.sweep(), this.#patience / 6).unref();
  }

  /** Looks at each of them. */
  sweep(): void {
    const now = this.#now();
    for (const [request, entry] of this.#entries) {
      const bytes = request.socket.bytesRead;
      if (request.complete) this.#entries.delete(request);
      else if (bytes !== entry.bytes) Object.assign(entry, { bytes, since: now });
      else if (now - entry.since >= this.#patience) {
        this.#entries.delete(request);
        entry.cut();
      }
    }
    if (this.#entries.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
