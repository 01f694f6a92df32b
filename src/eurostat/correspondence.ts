import { type Issue, issueAt, type Place } from "../shared/errors.js";
import { show } from "../shared/show.js";
import { readNumber } from "../table/cells.js";
import { parseRecords } from "../table/csv-records.js";
import { collectFaults, dataError } from "./faults.js";
import { checkText } from "./text-lines.js";

/** One piece of land that belongs to a region of one set and to a region of another. */
export interface Overlap {
  /** The sets: `"2016"` and `"2021"` for versions of NUTS, or any two names. */
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly from: string;
  readonly to: string;
  /** Square kilometres of the piece, or any measure of its land; `null` where unknown. */
  readonly area: number | null;
  /** People who live on the piece; `null` where unknown. */
  readonly population: number | null;
}

/** How regions of one set are made of regions of another: every piece in which two of them overlap. */
export type Correspondence = readonly Overlap[];

/** Which column of a correspondence file holds what. */
export interface CorrespondenceColumns {
  /** Default `"from_version"`. */
  readonly fromVersion?: string | undefined;
  /** Default `"to_version"`. */
  readonly toVersion?: string | undefined;
  /** Default `"from_code"`. */
  readonly from?: string | undefined;
  /** Default `"to_code"`. */
  readonly to?: string | undefined;
  /** Default `"area"`; the column may be missing. */
  readonly area?: string | undefined;
  /** Default `"population"`; the column may be missing. */
  readonly population?: string | undefined;
}

const COLUMNS: Required<{ [K in keyof CorrespondenceColumns]: string }> = {
  fromVersion: "from_version",
  toVersion: "to_version",
  from: "from_code",
  to: "to_code",
  area: "area",
  population: "population",
};

const FORMAT = { decimal: ".", missing: new Set([""]) } as const;

/**
 * Reads a correspondence of region codes from CSV: one line a piece of land that two regions share, with its area or population.
 *
 * @param text The decoded text, with commas between the cells.
 * @param columns The columns that are called otherwise than `from_version`, `to_version`, `from_code`, `to_code`, `area`, `population`.
 * An empty area or population is unknown: `null`.
 * @throws {DataError} With every problem at once: a column that is missing, a code that is empty, a measure that is no number or negative.
 *
 * @example
 * ```ts
 * const text = "from_version,to_version,from_code,to_code,pop2018\n2016,2021,HR04,HR05,809000\n";
 * const [overlap] = readCorrespondence(text, { population: "pop2018" });
 * overlap; // => { fromVersion: "2016", toVersion: "2021", from: "HR04", to: "HR05", area: null, population: 809000 }
 * ```
 */
export function readCorrespondence(text: string, columns: CorrespondenceColumns = {}): Correspondence {
  const { records, lineOf } = parseRecords(checkText(text, "a CSV file"), ",");
  const header = records[0]?.map((cell) => cell.trim());
  if (header === undefined)
    throw dataError("empty-file", {}, "expected a header and one line an overlap, got an empty file.");
  const faults = collectFaults();
  const columnOf = (key: keyof CorrespondenceColumns): number => {
    const name = columns[key] ?? COLUMNS[key];
    const optional = (key === "area" || key === "population") && columns[key] === undefined;
    const at = header.indexOf(name);
    if (at < 0 && !optional) {
      const sentence = `expected such a column, got ${show(header.join(","))}. Say in which column it stands: { ${key}: "..." }.`;
      faults.add("no-column", { line: 1, column: name }, sentence);
    }
    return at;
  };
  const at = {
    fromVersion: columnOf("fromVersion"),
    toVersion: columnOf("toVersion"),
    from: columnOf("from"),
    to: columnOf("to"),
    area: columnOf("area"),
    population: columnOf("population"),
  };
  faults.throwAny();
  const overlaps = records.slice(1).map((record, i): Overlap => {
    const textOf = (key: keyof typeof at): string => record[at[key]]?.trim() ?? "";
    const place = (key: keyof typeof at): Place => ({ line: lineOf(i + 1), column: header[at[key]]! });
    const codeOf = (key: keyof typeof at): string => {
      const code = textOf(key);
      if (code === "") faults.add("empty-code", place(key), "expected a code, got nothing. Fill the cell.");
      return code;
    };
    const measureOf = (key: "area" | "population"): number | null => {
      if (at[key] < 0) return null;
      const value = readNumber(textOf(key), FORMAT);
      if (typeof value === "number" && value >= 0) return value;
      if (value === null) return null;
      const sentence = `expected a number of at least 0, got ${show(textOf(key))}. Mend the cell.`;
      faults.add("not-a-measure", place(key), sentence);
      return null;
    };
    return {
      fromVersion: codeOf("fromVersion"),
      toVersion: codeOf("toVersion"),
      from: codeOf("from"),
      to: codeOf("to"),
      area: measureOf("area"),
      population: measureOf("population"),
    };
  });
  faults.throwAny();
  return overlaps;
}

/** The overlaps between two versions, in the direction asked for; those of the opposite direction are turned around. */
export function overlapsBetween(correspondence: Correspondence, from: string, to: string): Correspondence {
  const forward = correspondence.filter((one) => one.fromVersion === from && one.toVersion === to);
  if (forward.length > 0) return forward;
  return correspondence
    .filter((one) => one.fromVersion === to && one.toVersion === from)
    .map((one) => ({ ...one, fromVersion: from, toVersion: to, from: one.to, to: one.from }));
}

/** Pairs of regions that stand there twice, of which nobody can tell which is meant. */
export function doubledOverlaps(overlaps: Correspondence): Issue[] {
  const seen = new Set<string>();
  return overlaps.flatMap(({ from, to }) => {
    const pair = JSON.stringify([from, to]);
    const doubled = seen.has(pair);
    seen.add(pair);
    return doubled
      ? [
          issueAt(
            "duplicate-overlap",
            { region: from },
            `expected one overlap of ${from} with ${to}, got several. Add them up or remove all but one.`,
          ),
        ]
      : [];
  });
}
