import { DataError, type Issue } from "../../shared/errors.js";
import { show } from "../../shared/show.js";
import { asObject, type JsonObject } from "../json-stat-shape.js";
import type { Observations } from "../observations.js";
import { readJsonStat } from "../read-json-stat.js";
import { wrongContent } from "./check-content.js";
import type { Query } from "./query.js";
import type { Arrived } from "./send.js";
import { retryAfter } from "./wait.js";

/** What a reply brought. */
export interface Part {
  /** Null for a reply that says that there is nothing. */
  readonly data: Observations | null;
  readonly label: string | null;
  readonly updated: string | null;
  /** The names of the places. */
  readonly names: { readonly [geo: string]: string };
}

/** Why there are no data: what was got, and what to do. */
export interface Trouble {
  readonly code: string;
  readonly got: string;
  readonly advice: string;
  /** How long (ms) the server asks to wait. */
  readonly wait?: number | null;
  /** Problems in a document that came whole, each with its place. */
  readonly faults?: readonly Issue[];
}

/** A fault, to be told in one sentence: "expected data, got ... . Do ...". */
export function troubleOf(code: string, got: string, advice: string): Trouble {
  return { code, got, advice };
}

/**
 * What a reply means: data; `later`, prepared "asynchronously"; `again`, a fault that passes; `too-large`, to be asked for in parts;
 * `refused`, which will not change.
 */
export type Verdict =
  | { readonly kind: "data"; readonly part: Part }
  | { readonly kind: "later" | "again" | "too-large" | "refused"; readonly trouble: Trouble };

const NOTHING: Part = { data: null, label: null, updated: null, names: {} };

/**
 * Reads a reply of the statistics API. Faults come as `{ error: [{ status, id, label }] }` with a status of their own, or, for what is
 * prepared asynchronously, as `{ warning: { status: 413, label } }` with the status 200; both names and both forms are understood.
 * Source: Eurostat, "API - Detailed guidelines - API Statistics", and replies seen in public.
 */
export function readReply({ status: sent, header, body }: Arrived, query: Query): Verdict {
  const json = parse(body);
  const fault = faultOf(json);
  const status = fault?.status ?? sent;
  const said = fault?.label ?? body.trim();
  const got = `HTTP ${status}${said === "" ? "" : `: ${fault === null ? show(said) : said}`}`;
  const trouble = (code: string, advice: string): Trouble => ({
    ...troubleOf(code, got, advice),
    wait: retryAfter(header),
  });
  if (/ASYNCHRONOUS/i.test(fault?.label ?? ""))
    return { kind: "later", trouble: trouble("not-ready", "Ask again in some minutes, or for fewer cells.") };
  if (status === 413 || status === 414) return { kind: "too-large", trouble: trouble("too-large", NARROWER) };
  if (status === 408 || status === 429 || status >= 500)
    return { kind: "again", trouble: trouble("http", "Try again later.") };
  // "The result from the query is empty", as the guidelines put it.
  if (status === 400 && fault?.id === 100) return { kind: "data", part: NOTHING };
  if (fault !== null || status < 200 || status > 299)
    return {
      kind: "refused",
      trouble: trouble("http", ADVICE[status] ?? LOOK),
    };
  if (json === undefined) {
    const text = body === "" ? "an empty body" : show(body);
    const advice = "The reply was cut off, or is a page of another service. Try again later.";
    return { kind: "again", trouble: troubleOf("not-json", `no JSON but ${text}`, advice) };
  }
  return readData(json, query);
}

const NARROWER =
  "Name codes in more dimensions of select, fewer levels of regions, or years (since and until, or a list).";

const LOOK = "Look at the address in a browser.";

const ADVICE: { readonly [status: number]: string } = {
  400: "Mend the selection.",
  404: "Mend the code of the data set.",
};

function readData(json: unknown, query: Query): Verdict {
  const set = asObject(json) ?? {};
  try {
    const data = readJsonStat(json);
    const wrong = wrongContent(set, query);
    if (wrong !== null) return { kind: "refused", trouble: troubleOf("another-data-set", wrong, LOOK) };
    const part = { data, label: textOf(set.label), updated: textOf(set.updated), names: namesIn(set) };
    return { kind: "data", part };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const trouble = troubleOf(error.code, "a document with faults", LOOK);
    return { kind: "refused", trouble: { ...trouble, faults: error.issues } };
  }
}

/** The parsed body; `undefined` where it is no JSON. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** The fault that a body tells of, under either name, alone or in a list. */
function faultOf(json: unknown): { status: number | null; id: number; label: string } | null {
  const given = asObject(json)?.error ?? asObject(json)?.warning;
  const fault = asObject(Array.isArray(given) ? given[0] : given);
  if (fault === null) return null;
  const status = Number(fault.status);
  return {
    status: Number.isInteger(status) && status > 0 ? status : null,
    id: Number(fault.id),
    label: textOf(fault.label) ?? show(fault),
  };
}

function namesIn({ dimension }: JsonObject): { readonly [geo: string]: string } {
  const labels = asObject(asObject(asObject(asObject(dimension)?.geo)?.category)?.label) ?? {};
  return Object.fromEntries(
    Object.entries(labels).flatMap(([code, label]) => (textOf(label) === null ? [] : [[code, label]])),
  ) as { readonly [geo: string]: string };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
