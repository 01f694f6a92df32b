import { show } from "../shared/show.js";
import { type Axes, findAxes, type Known, readCode } from "./codes.js";
import { dataError, type Faults } from "./faults.js";

/** What a JSON document may hold. */
export type JsonObject = { readonly [key: string]: unknown };

/** The cube of a JSON-stat data set: its dimensions and the codes of each, in order. */
export interface Cube {
  readonly names: readonly string[];
  readonly codes: readonly (readonly string[])[];
  readonly axes: Axes;
  /** How many cells the cube has. */
  readonly cells: number;
}

/** The object behind a value, or null for what is none. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** Takes text as JSON, refuses what is no data set of version 2, and says what a reply that holds an error says. */
export function dataSetOf(json: unknown): JsonObject {
  const set = asObject(typeof json === "string" ? parse(json) : json);
  const advice = "Take the data set as JSON-stat 2.0.";
  if (set === null)
    throw dataError("not-json-stat", {}, `expected a JSON-stat data set, got ${show(json)}. ${advice}`);
  const refusal = set.error ?? set.warning;
  if (refusal !== undefined)
    throw dataError("error-reply", {}, `expected a JSON-stat data set, got an error: ${show(refusal)}.`);
  if (set.class !== "dataset")
    throw dataError(
      "not-json-stat",
      { path: "class" },
      `expected "dataset", got ${show(set.class)}. ${advice}`,
    );
  if (set.version !== undefined && !isVersion2(set.version))
    throw dataError(
      "not-json-stat",
      { path: "version" },
      `expected "2.0", got ${show(set.version)}. ${advice}`,
    );
  return set;
}

/** Whether a version is written as 2, "2" or "2.x"; anything but text and numbers is none. */
function isVersion2(version: unknown): boolean {
  return (typeof version === "string" || typeof version === "number") && /^2(?:\.|$)/.test(`${version}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch (cause) {
    const sentence = `expected JSON, got what cannot be parsed: ${(cause as Error).message}. Look whether the file was cut off.`;
    throw dataError("not-json", {}, sentence);
  }
}

/** Reads `id`, `size`, `role` and `dimension`; throws where the cube cannot be told. */
export function readCube(set: JsonObject, faults: Faults): Cube {
  const names = Array.isArray(set.id) ? (set.id as unknown[]) : [];
  if (names.length === 0 || !names.every((name) => typeof name === "string"))
    throw dataError(
      "not-json-stat",
      { path: "id" },
      `expected the names of dimensions, got ${show(set.id)}.`,
    );
  const size = Array.isArray(set.size) ? (set.size as unknown[]) : [];
  if (size.length !== names.length || !size.every(isCount))
    throw dataError(
      "not-json-stat",
      { path: "size" },
      `expected ${names.length} whole numbers, got ${show(set.size)}.`,
    );
  const role = asObject(set.role) ?? {};
  const axes = findAxes(names as string[], { path: "id" }, faults, {
    geo: onlyRole(role.geo, names as string[]),
    time: onlyRole(role.time, names as string[]),
  });
  const dimensions = asObject(set.dimension) ?? {};
  const codes = (names as string[]).map((name, i) =>
    readCategory(
      Object.hasOwn(dimensions, name) ? dimensions[name] : undefined,
      name,
      size[i] as number,
      faults,
    ),
  );
  faults.throwAny();
  const cells = (size as number[]).reduce((product, count) => product * count, 1);
  return { names: names as string[], codes, axes: axes!, cells };
}

function isCount(size: unknown): boolean {
  return typeof size === "number" && Number.isInteger(size) && size >= 0;
}

/** The one dimension that has a role; where several or none have it, the name decides. */
function onlyRole(role: unknown, names: readonly string[]): string | undefined {
  if (!Array.isArray(role) || role.length !== 1) return undefined;
  const name: unknown = role[0];
  return typeof name === "string" && names.includes(name) ? name : undefined;
}

/** The codes of a dimension: `index` is a list, or an object of positions; with one code, its label may stand alone. */
function readCategory(dimension: unknown, name: string, size: number, faults: Faults): string[] {
  const path = `dimension.${name}.category`;
  const category = asObject(asObject(dimension)?.category);
  const index = category?.index;
  const label = asObject(category?.label);
  let codes: unknown[] = [];
  if (Array.isArray(index)) codes = index;
  else if (asObject(index) !== null) codes = byPosition(asObject(index)!);
  else if (index === undefined && label !== null && size === 1) codes = Object.keys(label);
  if (codes.length !== size || codes.some((code) => typeof code !== "string")) {
    const got = category === null ? show(category) : show(index);
    const sentence = `expected ${size} ${size === 1 ? "code" : "codes"}, each with a position of its own from 0 on, got ${got}.`;
    faults.add("not-json-stat", { path: `${path}.index` }, sentence);
    return [];
  }
  const known: Known = new Map();
  const read = (codes as string[]).map((code) => readCode(code, known, () => ({ path }), faults));
  const doubled = read.find((code, i) => read.indexOf(code) !== i && code !== "");
  if (doubled !== undefined)
    faults.add("duplicate-code", { path }, `expected each code once, got ${show(doubled)} twice.`);
  return read;
}

/** The keys in the order of their positions; a position that is no place in the list leaves a hole, which is no code. */
function byPosition(index: JsonObject): unknown[] {
  const keys = Object.keys(index);
  const codes: unknown[] = Array.from({ length: keys.length }, () => null);
  for (const key of keys) {
    const position = index[key];
    if (typeof position === "number" && codes[position] === null) codes[position] = key;
  }
  return codes;
}
