/**
 * A warning that travels with a result; the library never prints. `code` is stable, `message` is an English sentence, and
 * the other fields name what it speaks of, so that a front end can say the same in its own words.
 */
export interface Note {
  readonly code: string;
  readonly message: string;
  readonly [detail: string]: unknown;
}
