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
