import { show } from "../shared/show.js";
import { type Axes, findAxes } from "./codes.js";
import type { Faults } from "./faults.js";

/** Which column of an SDMX-CSV file holds what; -1 where there is none. */
export interface SdmxColumns {
  /** The names of the dimensions, place and time among them, and their columns. */
  readonly names: readonly string[];
  readonly at: readonly number[];
  readonly axes: Axes;
  readonly value: number;
  readonly flag: number;
  readonly confidentiality: number;
  readonly action: number;
}

/** What stands before the dimensions: the data set, and what is to be done with the row. */
const HEADING = /^(?:DATAFLOW|STRUCTURE(?:_ID|_NAME)?|ACTION|LAST UPDATE)$/i;

/** Labels are written as people write; ids have neither spaces nor small letters behind a capital. */
const LABEL = /^\p{Lu}.*\p{Ll}|\s/u;

/** Understands the header: SDMX-CSV 1.0 and 2.0, with codes alone, with `code: label` in a cell, or with labels in columns of their own. */
export function readSdmxHeader(header: readonly string[], faults: Faults): SdmxColumns | null {
  const place = { line: 1 };
  const ids = header.map((cell) => idOf(cell).replace(/\[.*\]$/, ""));
  const find = (...wanted: readonly string[]): number => ids.findIndex((id) => wanted.includes(id));
  const value = find("OBS_VALUE");
  const time = ids.findIndex((id) => /^time(?:_period)?$/i.test(id));
  if (value < 0 || time < 0) {
    const lacking = value < 0 ? "OBS_VALUE" : "TIME_PERIOD";
    const sentence = `expected a column "${lacking}", got ${show(header.join(","))}. Take the data set as SDMX-CSV.`;
    faults.add("no-column", { ...place, column: lacking }, sentence);
    return null;
  }
  for (const id of ["OBS_VALUE", "OBS_FLAG", "OBS_STATUS", "CONF_STATUS"])
    if (ids.indexOf(id) !== ids.lastIndexOf(id))
      faults.add("duplicate-column", { ...place, column: id }, "expected one such column, got several.");
  const heading = ids.filter((id, i) => i < time && HEADING.test(id)).length;
  const columns = ids.map((_, i) => i).filter((i) => i < time && !HEADING.test(ids[i]!));
  const labelled = [time + 1, value + 1].some((i) => isLabel(ids[i], i, value));
  const at = [...(labelled ? columns.filter((_, i) => i % 2 === 0) : columns), time];
  if (labelled && columns.length % 2 === 1) {
    const sentence = `expected a column of labels behind each dimension, got ${columns.length} columns before ${ids[time]}. Take the data set with codes alone.`;
    faults.add("odd-columns", place, sentence);
  }
  if (heading === 0 && columns.length === 0)
    faults.add("no-column", place, "expected dimensions before TIME_PERIOD, got none.");
  const names = at.map((i) => ids[i]!);
  const axes = findAxes(names, place, faults);
  if (axes === null) return null;
  const confidentiality = find("CONF_STATUS");
  return {
    names,
    at,
    axes,
    value,
    flag: find("OBS_FLAG", "OBS_STATUS"),
    confidentiality,
    action: find("ACTION"),
  };
}

function isLabel(id: string | undefined, column: number, value: number): boolean {
  return id !== undefined && column !== value && LABEL.test(id);
}

/** The code of a cell or header `code: label`, which alone is what is kept. */
export function idOf(cell: string): string {
  const cut = cell.indexOf(": ");
  return (cut < 0 ? cell : cell.slice(0, cut)).trim();
}
