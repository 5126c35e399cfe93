/** The thing does not exist, or the actor may not see it: the two look alike (404, never 403). */
export class NotFound extends Error {
  constructor(what = "introuvable") {
    super(what);
    this.name = "NotFound";
  }
}

/** A rule of the code itself was broken: nobody outside can cause it. */
export class Invariant extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Invariant";
  }
}

/** What a port throws when the same call may succeed later: network, quota, full disk. */
export class Retryable extends Error {
  constructor(
    message: string,
    /** Told by the provider, when it tells. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = "Retryable";
  }
}

/** Nothing more can be written, here or on the disk of the database: it may be later. */
export class NoRoom extends Retryable {
  constructor() {
    super("no room left");
    this.name = "NoRoom";
  }
}

/** What a port throws when the same call will never succeed: refused address, body too large, wrong key. */
export class Final extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Final";
  }
}
