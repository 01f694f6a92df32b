import type { Framework } from "../../table/framework.js";
import { type Answer, ask, type Run } from "./ask.js";
import { assemble, type EurostatDownload } from "./assemble.js";
import { shortRangeNotes } from "./download-notes.js";
import { type DatasetRequest, type DownloadOptions, readDownloadOptions } from "./download-options.js";
import { planQueries } from "./plan-queries.js";
import { type Query, splitQuery } from "./query.js";
import { runAll } from "./run-all.js";

/**
 * Downloads what a framework needs, or the cells that are named, from Eurostat's statistics API.
 *
 * Only cells that are asked for are sent: selections of one data set become one request where that brings no others, else several. A
 * request that the API finds too large is divided, and the parts are joined. Faults that pass (the network, time-outs, HTTP 408, 429 and
 * 5xx, a reply that was cut off) are met with new attempts after growing waits; what is prepared "asynchronously" is asked for again until
 * it is there. The result is whole or there is none.
 *
 * In a browser the headers `ETag` and `Retry-After` can be read only where the server allows it: without them nothing is cached, and the
 * waits are those of the options.
 *
 * @param what A framework whose indicators have `from`, or a list of data sets with the codes of each dimension that is wanted. Codes in
 * `geo` take the place of `geoLevel`.
 * @param options The kinds of places, the years, the cache, and how patiently to ask.
 * @returns Observations by data set, names of places, sources, and notes: codes and years for which no figure came, and derivations
 * that need more years. Missing values are those of the data set: `null` with its flag, or no observation.
 * @throws {DataError} Rejects with one issue for each query that failed, its `path` the data set: `http` (with the API's own words),
 * `network`, `timeout`, `not-ready`, `not-json`, `too-large`, `another-data-set`, `no-figures`, or `changed-meanwhile`, where the replies
 * are not of one edition; or with the faults of a document.
 * @throws {OptionsError} Rejects for unknown options, indicators without `from`, and parameters of the request in `select`. Aborting
 * rejects with the signal's reason; what the cache or `onProgress` throws is handed on.
 *
 * Source: Eurostat, "API - Detailed guidelines - API Statistics".
 *
 * @example
 * ```ts
 * const reply = {
 *   version: "2.0",
 *   class: "dataset",
 *   label: "Regional GDP",
 *   updated: "2026-02-10T11:00:00+0100",
 *   extension: { id: "TGS00003" },
 *   id: ["geo", "time"],
 *   size: [1, 1],
 *   dimension: {
 *     geo: { category: { index: { ES21: 0 }, label: { ES21: "País Vasco" } } },
 *     time: { category: { index: { 2022: 0 } } },
 *   },
 *   value: { 0: 79350 },
 * };
 * const fetch = async () => new Response(JSON.stringify(reply)); // in place of the network
 * const got = await downloadEurostat([{ dataset: "tgs00003" }], { time: 2022, fetch });
 * got.data.tgs00003.observations; // => [{ geo: "ES21", time: "2022", value: 79350, flag: null, keys: {} }]
 * got.names; // => { ES21: "País Vasco" }
 * got.sources[0].updated; // => "2026-02-10T11:00:00+0100"
 * ```
 */
export async function downloadEurostat(
  what: Framework | readonly DatasetRequest[],
  options: DownloadOptions = {},
): Promise<EurostatDownload> {
  const { choices, cache, signal, onProgress } = readDownloadOptions(options);
  const queries = planQueries(what, choices);
  const steps = { done: 0, total: queries.length };
  const tell = (done: number, more: number): void => {
    steps.done += done;
    steps.total += more;
    onProgress?.({ stage: "download", ...steps });
  };
  const answers: (readonly Answer[])[] = [];
  await runAll(queries.length, choices.concurrency, signal, async (i, running) => {
    answers[i] = await askInParts(queries[i]!, { choices, cache, signal: running }, tell);
  });
  const notes = Array.isArray(what) ? [] : shortRangeNotes(what as Framework, choices.time);
  return assemble(
    queries.map((query, i) => ({ query, answers: answers[i]! })),
    notes,
  );
}

/** Divides a query for as long as the API finds it too large; one part that fails is enough to leave the others. */
async function askInParts(
  query: Query,
  run: Run,
  tell: (done: number, more: number) => void,
): Promise<readonly Answer[]> {
  const answer = await ask(query, run);
  const halves = answer.kind === "too-large" ? splitQuery(query) : null;
  if (halves === null) {
    tell(1, 0);
    return [answer];
  }
  tell(0, 1);
  const first = await askInParts(halves[0], run, tell);
  if (first.some(({ kind }) => kind !== "data")) return first;
  return [...first, ...(await askInParts(halves[1], run, tell))];
}
