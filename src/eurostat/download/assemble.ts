import { DataError, type Issue, issueAt } from "../../shared/errors.js";
import { byKey } from "../../shared/ids.js";
import type { Note } from "../../shared/note.js";
import type { Observations } from "../observations.js";
import type { Answer } from "./ask.js";
import { unansweredNotes } from "./download-notes.js";
import { joinParts } from "./join-parts.js";
import { type Query, queryText } from "./query.js";
import type { Part } from "./read-reply.js";

/** Where the observations of a data set come from. */
export interface DownloadedSource {
  readonly dataset: string;
  /** Its title; null where the reply has none. */
  readonly label: string | null;
  /** The addresses that were read. */
  readonly urls: readonly string[];
  /** When Eurostat last changed it, as it writes it: `"2026-02-10T11:00:00+0100"`. */
  readonly updated: string | null;
}

/** What `downloadEurostat` brings. */
export interface EurostatDownload {
  /** The observations by the code of their data set: what `toRegionTable` takes. */
  readonly data: { readonly [dataset: string]: Observations };
  /** The names of all places in the replies, in English, by their code: the option `names` of `toRegionTable`. */
  readonly names: { readonly [geo: string]: string };
  /** In the order in which the data sets are first named. */
  readonly sources: readonly DownloadedSource[];
  readonly notes: readonly Note[];
}

/** A query and how all its parts ended. */
export interface Answered {
  readonly query: Query;
  readonly answers: readonly Answer[];
}

/** Puts the answers together, data set by data set; throws with every failure of any. */
export function assemble(answered: readonly Answered[], notes: readonly Note[]): EurostatDownload {
  const issues: Issue[] = answered.flatMap(problems);
  if (issues.length > 0) throw new DataError(issues);
  const parts = (one: Answered): Part[] =>
    one.answers.flatMap((answer) => (answer.kind === "data" ? [answer.part] : []));
  const datasets = [...new Set(answered.map(({ query }) => query.dataset))];
  const joined = datasets.map((dataset) => {
    const own = answered.filter(({ query }) => query.dataset === dataset);
    const read = own.flatMap(parts);
    const data = joinParts(read);
    if ("got" in data) {
      const sentence = `expected one edition of the data set, got ${data.got}. It was changed while it was read: download it again.`;
      issues.push(issueAt("changed-meanwhile", { path: dataset }, sentence));
    }
    const source: DownloadedSource = {
      dataset,
      label: firstOf(read.map(({ label }) => label)),
      urls: own.flatMap(({ answers }) => answers.map(({ url }) => url)),
      updated: firstOf(read.map(({ updated }) => updated)),
    };
    return { dataset, data: data as Observations, source, names: read.map(({ names }) => names) };
  });
  if (issues.length > 0) throw new DataError(issues);
  return {
    data: byKey(
      joined,
      ({ dataset }) => dataset,
      ({ data }) => data,
    ),
    names: Object.fromEntries(joined.flatMap(({ names }) => names.flatMap((one) => Object.entries(one)))),
    sources: joined.map(({ source }) => source),
    notes: [...notes, ...answered.flatMap((one) => unansweredNotes(one.query, parts(one)))],
  };
}

/** Why a query brought nothing that can be used. */
function problems({ query, answers }: Answered): Issue[] {
  const path = query.dataset;
  const asked = queryText(query);
  const expected = `expected data${asked === "" ? "" : ` (${asked})`}`;
  const failures = answers.flatMap((answer): Issue[] => {
    if (answer.kind === "data") return [];
    const { code, got, advice, faults } = answer.trouble;
    if (faults !== undefined)
      return faults.map((fault) => issueAt(fault.code, { path }, `${fault.message} Address: ${answer.url}`));
    const tries = answer.tries === 1 ? "" : ` (asked ${answer.tries} times)`;
    const sentence = `${expected}, got ${got.replace(/\.$/, "")}${tries}. ${advice} Address: ${answer.url}`;
    return [issueAt(code, { path }, sentence)];
  });
  if (failures.length > 0) return failures;
  const isEmpty = answers.every((one) => one.kind === "data" && !one.part.data?.observations.length);
  const sentence = `${expected}, got none. The API answers codes that it does not know with no data: mend the selection, or ask for more years or other levels. Address: ${answers[0]!.url}`;
  return isEmpty ? [issueAt("no-figures", { path }, sentence)] : [];
}

function firstOf(texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null) ?? null;
}
