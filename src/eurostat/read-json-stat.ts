import { show } from "../shared/show.js";
import { type NumberFormat, readNumber } from "../table/cells.js";
import { collectFaults, dataError, type Faults } from "./faults.js";
import { asObject, type Cube, dataSetOf, readCube } from "./json-stat-shape.js";
import type { Observation, Observations } from "./observations.js";

const FORMAT: NumberFormat = { decimal: ".", missing: new Set() };

/**
 * Reads a data set of JSON-stat 2.0, as Eurostat's statistics API and many statistical offices give it.
 *
 * Values may be a list of all cells or an object of some (`{ "4": 12.3 }`), flags (`status`) a list, an object, or one text for all cells.
 * Place and time are the dimensions with these roles, or those called `geo` and `time`. A cell with neither value nor flag says nothing
 * and is left out.
 *
 * @param json The parsed document, or its text.
 * @throws {DataError} With every problem at once, each with its path in the document: a document that is no data set, dimensions whose
 * codes do not agree with `size`, a cell outside the cube, a value that is no number. What the API answers in place of data is told.
 *
 * @example
 * ```ts
 * const cube = {
 *   version: "2.0",
 *   class: "dataset",
 *   id: ["unit", "geo", "time"],
 *   size: [1, 2, 1],
 *   dimension: {
 *     unit: { category: { index: ["PC"] } },
 *     geo: { category: { index: { ES21: 0, ES22: 1 } } },
 *     time: { category: { index: ["2022"] } },
 *   },
 *   value: { 0: 12.3 },
 *   status: { 1: "c" },
 * };
 * const read = readJsonStat(cube);
 * read.observations[0]; // => { geo: "ES21", time: "2022", value: 12.3, flag: null, keys: { unit: "PC" } }
 * read.observations[1]; // => { geo: "ES22", time: "2022", value: null, flag: "c", keys: { unit: "PC" } }
 * ```
 */
export function readJsonStat(json: unknown): Observations {
  const set = dataSetOf(json);
  const faults = collectFaults();
  const cube = readCube(set, faults);
  const values = readCells(set.value, "value", cube, faults);
  const flags =
    typeof set.status === "string" ? set.status : readCells(set.status ?? {}, "status", cube, faults);
  faults.throwAny();
  const cells = new Set(values.keys());
  if (typeof flags !== "string") for (const cell of flags.keys()) cells.add(cell);
  const observe = observer(cube);
  const observations: Observation[] = [];
  for (const cell of [...cells].sort((a, b) => a - b)) {
    const value = readNumber(values.get(cell), FORMAT);
    const flag = typeof flags === "string" ? flags : (flags.get(cell) ?? "");
    if (typeof value === "object" && value !== null)
      faults.add(
        "not-a-number",
        { path: `value[${cell}]` },
        `expected a number or null, got ${show(values.get(cell))}. Mend the cell.`,
      );
    else if (typeof flag !== "string" || !/^[\w@]{0,10}$/.test(flag))
      faults.add(
        "not-a-flag",
        { path: `status[${cell}]` },
        `expected the letters of a flag, got ${show(flag)}.`,
      );
    else if (
      value !== null ||
      (flag !== "" && values.has(cell)) ||
      (flag !== "" && typeof flags !== "string")
    )
      observations.push(observe(cell, value, flag === "" ? null : flag));
  }
  faults.throwAny();
  return { dimensions: cube.axes.others.map(({ name }) => name), observations };
}

/** The cells that are given, by position: of a list or of an object. */
function readCells(given: unknown, path: string, cube: Cube, faults: Faults): Map<number, unknown> {
  const cells = new Map<number, unknown>();
  if (Array.isArray(given)) {
    if (given.length !== cube.cells)
      throw dataError(
        "not-json-stat",
        { path },
        `expected ${cube.cells} cells, the product of size, got ${given.length}. Look whether the document was cut off.`,
      );
    for (const [cell, one] of given.entries()) if (one !== null && one !== undefined) cells.set(cell, one);
    return cells;
  }
  const object = asObject(given);
  if (object === null)
    throw dataError("not-json-stat", { path }, `expected a list or an object of cells, got ${show(given)}.`);
  for (const key of Object.keys(object)) {
    const cell = Number(key);
    if (!/^\d+$/.test(key) || cell >= cube.cells)
      faults.add(
        "not-a-cell",
        { path: `${path}[${key}]` },
        `expected the position of a cell from 0 to ${cube.cells - 1}, got ${show(key)}.`,
      );
    else if (object[key] !== null) cells.set(cell, object[key]);
  }
  return cells;
}

/** Makes the observation of a cell: the last dimension runs fastest. */
function observer({
  codes,
  axes,
}: Cube): (cell: number, value: number | null, flag: string | null) => Observation {
  const shared = new Map<string, { readonly [dimension: string]: string }>();
  return (cell, value, flag) => {
    const own: string[] = [];
    let rest = cell;
    for (let i = codes.length - 1; i >= 0; i--) {
      const count = codes[i]!.length;
      own[i] = codes[i]![rest % count]!;
      rest = Math.floor(rest / count);
    }
    const key = axes.others.map(({ at }) => own[at]!).join(",");
    let keys = shared.get(key);
    if (keys === undefined) {
      keys = Object.fromEntries(axes.others.map(({ name, at }) => [name, own[at]!]));
      shared.set(key, keys);
    }
    return { geo: own[axes.geo]!, time: own[axes.time]!, value, flag, keys };
  };
}
