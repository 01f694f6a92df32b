import type { Jobs } from "../jobs.js";
import type { Limits } from "../limits.js";
import type { Pool } from "../pool.js";
import type { Storage } from "../storage.js";

/** What routes work with. */
export interface Context {
  readonly storage: Storage;
  /** Answers questions while one waits. */
  readonly pool: Pool;
  readonly jobs: Jobs;
  readonly limits: Limits;
}
