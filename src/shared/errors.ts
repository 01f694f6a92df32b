import { cut } from "./show.js";

/** Where a problem stands: in a file, in a table, or in the options of a call. Only what applies is present. */
export interface Place {
  /** Line of the input text, from 1. */
  readonly line?: number;
  /** Row of an array of rows, from 1. */
  readonly row?: number;
  /** Column header. */
  readonly column?: string;
  /** Region id. */
  readonly region?: string;
  /** Indicator id. */
  readonly indicator?: string;
  /** Path inside an options object, a plan or a framework, e.g. `reference.count` or `indicators[3].dimension`. */
  readonly path?: string;
}

/** One problem: a stable `code`, its place, and the sentence "place: what was expected, what came, what to do". */
export interface Issue extends Place {
  readonly code: string;
  readonly message: string;
}

/** An error as a JSON document: what `JSON.stringify` makes of one, to send to whoever asked. */
export interface Problem {
  /** `DataError`, `FrameworkError` or `OptionsError`. */
  readonly name: string;
  /** The code that all issues share, or `several-problems`. */
  readonly code: string;
  /** The first twenty issues in words. */
  readonly message: string;
  /** All of them. */
  readonly issues: readonly Issue[];
}

const SHOWN_ISSUES = 20;

/**
 * What every error of this library is: all problems of one input, collected and thrown once.
 *
 * `code` is the code that all issues share, or `"several-problems"`. `message` holds the first twenty issues; `issues` holds all.
 */
export class ReferenceRegionsError extends Error {
  readonly code: string;
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: { readonly cause?: unknown }) {
    super(summarise(issues), options);
    this.name = new.target.name;
    const codes = new Set(issues.map((issue) => issue.code));
    this.code = codes.size === 1 ? issues[0]!.code : "several-problems";
    this.issues = issues;
  }

  toJSON(): Problem {
    return { name: this.name, code: this.code, message: this.message, issues: this.issues };
  }
}

/** The input data are not what they must be: the file, the rows, the cells. */
export class DataError extends ReferenceRegionsError {
  override readonly name = "DataError";
}

/** The framework (the definition of dimensions and indicators) is not what it must be. */
export class FrameworkError extends ReferenceRegionsError {
  override readonly name = "FrameworkError";
}

/** The call is not what it must be: an option, an id, a plan. */
export class OptionsError extends ReferenceRegionsError {
  override readonly name = "OptionsError";
}

/** An issue whose message begins with its place: `line 17, column rd_gerd (ES21): ...`. */
export function issueAt(code: string, place: Place, sentence: string): Issue {
  const where = placeText(place);
  return { code, message: where === "" ? sentence : `${where}: ${sentence}`, ...place };
}

/** One problem of a call, ready to throw. */
export function optionsError(code: string, place: Place, sentence: string): OptionsError {
  return new OptionsError([issueAt(code, place, sentence)]);
}

function placeText({ line, row, column, region, indicator, path }: Place): string {
  const parts: string[] = [];
  if (line !== undefined) parts.push(`line ${line}`);
  if (row !== undefined) parts.push(`row ${row}`);
  if (path !== undefined) parts.push(path);
  if (column !== undefined) parts.push(`column ${cut(column)}`);
  if (indicator !== undefined && indicator !== column) parts.push(`indicator ${indicator}`);
  const text = parts.join(", ");
  if (region === undefined) return text;
  return text === "" ? `region ${cut(region)}` : `${text} (${cut(region)})`;
}

function summarise(issues: readonly Issue[]): string {
  if (issues.length === 1) return issues[0]!.message;
  const shown = issues.slice(0, SHOWN_ISSUES).map((issue) => `- ${issue.message}`);
  const rest = issues.length - shown.length;
  if (rest > 0) shown.push(`- and ${rest} more: all are in the error's "issues"`);
  return `${issues.length} problems:\n${shown.join("\n")}`;
}
