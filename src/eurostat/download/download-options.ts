import * as z from "zod/mini";
import { checkOptions } from "../../shared/check.js";
import { optionsError } from "../../shared/errors.js";
import type { LongTaskOptions } from "../../shared/long-task.js";
import { show } from "../../shared/show.js";
import { type Selection, selectionShape } from "../../table/indicator-source.js";
import { memoryCache, type ReplyCache } from "./reply-cache.js";
import type { Fetch } from "./send.js";

/** Cells of a data set that are asked for: the codes in each dimension that is named, all codes in the others. */
export interface DatasetRequest {
  /** The code of the data set: `"nama_10r_2gdp"`. */
  readonly dataset: string;
  readonly select?: Selection | undefined;
}

/** The kinds of places that the API tells apart, by its own words. */
export const geoLevels = ["aggregate", "country", "nuts1", "nuts2", "nuts3", "city"] as const;
/** One of `geoLevels`. */
export type GeoLevel = (typeof geoLevels)[number];

/** Which periods are asked for: a year, several, all from one on (up to another), or so many of the latest. */
export type Periods =
  | number
  | readonly number[]
  | { readonly since: number; readonly until?: number | undefined }
  | { readonly latest: number };

/** Options of `downloadEurostat`. */
export interface DownloadOptions extends LongTaskOptions {
  /** The kinds of places; default `"nuts2"`, as `levels` of `toRegionTable`. A request whose `select` names codes in `geo` takes these alone. */
  readonly geoLevel?: GeoLevel | readonly GeoLevel[] | undefined;
  /**
   * The years; default all. Nothing is added to them: an average or a growth over several years needs these years too, and a note says
   * where they are too few.
   */
  readonly time?: Periods | undefined;
  /** Replies of earlier calls, which are asked about again and not taken anew while they hold; default: none are known. */
  readonly cache?: ReplyCache | undefined;
  /** Used in place of the platform's `fetch`: for a proxy, or headers of one's own. */
  readonly fetch?: Fetch | undefined;
  /** The address up to the code of the data set; default that of Eurostat's statistics API. */
  readonly baseUrl?: string | undefined;
  /** Requests under way at the same time; default 2, as it is polite. */
  readonly concurrency?: number | undefined;
  /** How long (ms) one attempt may take, its whole body included; default 60 000. */
  readonly timeoutMs?: number | undefined;
  /** How often a request that failed for a passing reason is sent again; default 4. */
  readonly retries?: number | undefined;
  /** How often a request that the API prepares "asynchronously" is asked for again; default 12, about seven minutes. */
  readonly polls?: number | undefined;
  /** The first wait (ms) before a request is sent again; each further one is twice as long. Default 1000. */
  readonly waitMs?: number | undefined;
  /** The longest wait (ms); where the server asks for a longer one, the request has failed. Default 60 000. */
  readonly maxWaitMs?: number | undefined;
}

type Unchecked = "signal" | "onProgress" | "cache";

/** All choices made, but for what belongs to the run. */
export type DownloadChoices = {
  readonly [K in Exclude<keyof DownloadOptions, Unchecked | "time">]-?: NonNullable<DownloadOptions[K]>;
} & { readonly time?: Periods | undefined };

/** Longer times than this overflow the platform's timers, which would then not wait at all. */
const LONGEST_TIMER = 2 ** 31 - 1;

const milliseconds = z.int().check(z.gte(0), z.lte(LONGEST_TIMER));
const times = z.int().check(z.gte(0), z.lte(100));
const year = z.int().check(z.gte(1000), z.lte(9999));
const level = z.enum(geoLevels);

const platformFetch: Fetch = (url, init) => fetch(url, init);

const optionsSchema = z.strictObject({
  geoLevel: z._default(z.union([level, z.array(level).check(z.minLength(1))]), "nuts2"),
  time: z.optional(
    z.union([
      year,
      z.array(year).check(z.minLength(1)),
      z.strictObject({ since: year, until: z.optional(year) }),
      z.strictObject({ latest: z.int().check(z.gte(1)) }),
    ]),
  ),
  fetch: z._default(
    z.custom<Fetch>((value) => typeof value === "function", "expected a function."),
    () => platformFetch,
  ),
  baseUrl: z._default(
    z.string().check(z.startsWith("http", "an address that begins with http")),
    "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data",
  ),
  concurrency: z._default(z.int().check(z.gte(1), z.lte(16)), 2),
  timeoutMs: z._default(z.int().check(z.gte(1), z.lte(LONGEST_TIMER)), 60_000),
  retries: z._default(times, 4),
  polls: z._default(times, 12),
  waitMs: z._default(milliseconds, 1000),
  maxWaitMs: z._default(milliseconds, 60_000),
});

/** The schema of a list of requests. */
export const requestsSchema: z.ZodMiniType<{ what: DatasetRequest[] }> = z.strictObject({
  what: z
    .array(z.strictObject({ dataset: z.string().check(z.minLength(1)), select: z.optional(selectionShape) }))
    .check(z.minLength(1)),
});

/** Checks the options of `downloadEurostat`, and fills in the defaults. */
export function readDownloadOptions(options: DownloadOptions): {
  readonly choices: DownloadChoices;
  readonly cache: ReplyCache;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: LongTaskOptions["onProgress"];
} {
  // What has a life of its own is handed on as it is: the check makes plain copies.
  const { signal, onProgress, cache = memoryCache(), ...rest } = options;
  const choices = checkOptions<DownloadChoices>(optionsSchema, rest, "downloadEurostat");
  const { time } = choices;
  if (typeof time === "object" && "since" in time && time.until !== undefined && time.until < time.since)
    throw optionsError(
      "invalid-option",
      { path: "downloadEurostat.time.until" },
      `expected a year from ${time.since} on, got ${time.until}.`,
    );
  if (typeof cache?.get !== "function" || typeof cache.set !== "function")
    throw optionsError(
      "invalid-option",
      { path: "downloadEurostat.cache" },
      `expected an object with the functions get and set, got ${show(cache)}.`,
    );
  return { choices, cache, signal, onProgress };
}
