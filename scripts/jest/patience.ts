/** A test on Postgres says what becomes true, not how fast: on two busy cores what takes one second takes twenty. */
jest.setTimeout(60_000);
